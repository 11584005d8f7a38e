using System.Globalization;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Cases;
using BackOffice.Web.Resources;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Unit.Web.Cases;

public sealed class TimelineWordsTests : IDisposable
{
    private readonly CultureInfo before = CultureInfo.CurrentUICulture;

    public TimelineWordsTests() => Speak("en");

    public void Dispose() => Speak(before.Name);

    [Theory]
    [InlineData("opened", "opened the case for order TESTA1", "TESTA1")]
    [InlineData("quoted", "quoted: USD 82.74 back, cash", "USD 82.74", "Cash", "same")]
    [InlineData("quoted", "quoted: USD 82.74 + EUR 10.00 back, cash, with other figures than before", "USD 82.74 + EUR 10.00", "Cash", "changed")]
    [InlineData("quoted", "quoted: no cash sum back, a VOUCHER, not cash", "–", "Voucher", "same")]
    [InlineData("quote-refused", "asked for a quote. The answer was no: The void window has closed. (Atlas code 822)", "void.window-closed", "822")]
    [InlineData("quote-refused", "asked for a quote. The answer was no: This order cannot be voided.", "void.not-voidable", "–")]
    [InlineData("approval-asked", "asked for approval of the whole order (no cash sum): “The customer agrees”", "–", "The customer agrees")]
    [InlineData("approved", "approved USD 1,182.48", "USD 1182.48", "")]
    [InlineData("declined", "declined USD 82.74: “Ask again”", "USD 82.74", "Ask again")]
    [InlineData("promised", "promised the customer 10 Oct 2026: “By then”", "2026-10-10", "By then")]
    [InlineData("promised", "promised the customer 10 Oct 2026", "2026-10-10", "")]
    [InlineData("send-unknown", "does not know how it ended: HTTP 502 instead of an answer", "http-502")]
    [InlineData("send-unknown", "does not know how it ended: status 814, which proves nothing", "status-814")]
    [InlineData("nothing-found", "asked Atlas what became of it: Atlas shows no void; the order is still voidable", "none", "still-voidable")]
    [InlineData("status", "saw a new status: the airline is working on it (1), before: Atlas is working on it (0)", "1", "0", "–")]
    [InlineData("status", "saw a new status: status 9, before: none", "9", "–", "–")]
    [InlineData("accepted", "got the void accepted as 202609-0001: Atlas is working on it (0)", "202609-0001", "0")]
    [InlineData("closed-by-hand", "closed the case by hand: “Seen {0} in the portal”", "Seen {0} in the portal")]
    public void Sentence_OfALine_PutsStableWordsIntoWords(string kind, string expected, params string[] arguments) =>
        Assert.Equal(expected, Words().Sentence(ACase.Line(kind, arguments)));

    /// <summary>Atlas has one number for all money and for vouchers; only the deposit and the agency's card are what it is called after.</summary>
    [Theory]
    [InlineData(RefundTarget.Deposit, "2", "refunded to the deposit (2)")]
    [InlineData(RefundTarget.CustomerCard, "2", "refunded (2)")]
    [InlineData(RefundTarget.Unknown, "2", "refunded (2)")]
    [InlineData(RefundTarget.Voucher, "2", "a voucher was given, no money (2)")]
    [InlineData(RefundTarget.Voucher, "5", "a voucher was given, no money (5)")]
    [InlineData(RefundTarget.AgencyCard, "5", "completed on the card (5)")]
    [InlineData(RefundTarget.AirlineAccount, "5", "completed (5)")]
    [InlineData(RefundTarget.Voucher, "3", "the airline is refunding (3)")]
    public void Sentence_OfAGoodEnd_SaysWhereTheMoneyWent(RefundTarget backTo, string status, string expected) =>
        Assert.Equal($"saw a new status: {expected}, before: none", Words(CaseKind.Refund, backTo).Sentence(ACase.Line("status", status, "–", "–")));

    /// <summary>After a restore nobody asked for a quote, and nobody knows that nothing left the house.</summary>
    [Theory]
    [InlineData("stopped-before-sending", CaseKind.Void, "recovery.called-off", "held it after a backup was put back. The database was restored; this send was planned in it and may have been made already.")]
    [InlineData("quote-refused", CaseKind.CardRefund, "recovery.card-maybe-paid", "held it after a backup was put back. The database was restored; this card refund may have been made after the backup.")]
    [InlineData("stopped-before-sending", CaseKind.Void, "case.figures-changed", "stopped before sending; nothing left the house. The figures are no longer those that were seen.")]
    public void Sentence_OfWhatWasHeld_SaysThatNothingLeftOnlyWhereThatIsKnown(string line, CaseKind kind, string no, string expected) =>
        Assert.StartsWith(expected, Words(kind).Sentence(ACase.Line(line, no, "–")), StringComparison.Ordinal);

    [Theory]
    [InlineData("opened", "opened the case for order TESTA1, going on from V-2026-000001", "TESTA1", "V-2026-000001")]
    [InlineData("withdrawn", "withdrew the case, which goes on as R-2026-000002", "–", "R-2026-000002")]
    [InlineData("withdrawn", "withdrew the case: “Changed their mind”", "Changed their mind")]
    public void Sentence_OfACaseThatGoesOnAsAnother_NamesIt(string kind, string expected, params string[] arguments) =>
        Assert.Equal(expected, Words().Sentence(ACase.Line(kind, arguments)));

    [Theory]
    [InlineData("send-permitted", "permitted the refund of USD 120.00 within the own limit: “Cannot travel”", "USD 120.00", "Cannot travel")]
    [InlineData("sending", "sent the refund of a sum nobody named to Atlas, once", "–")]
    [InlineData("accepted", "got the refund accepted as 202609-0001: Atlas is working on it (0)", "202609-0001", "0")]
    [InlineData("send-refused", "got a no; nothing was refunded. The airline's time limit for refunds has passed. (Atlas code 821)", "refund.limit-passed", "821")]
    [InlineData("partner-found", "found the refund at Atlas as 202609-0001: Atlas is working on it (0)", "202609-0001", "0")]
    [InlineData("nothing-found", "asked Atlas what became of it: Atlas shows no refund of them; the tickets are still refundable", "none", "still-refundable")]
    [InlineData("quoted", "quoted: an unnamed sum back, cash", "–", "Cash", "same")]
    [InlineData("nothing-found", "asked Atlas what became of it: Atlas did not accept the question; A refund of these passengers exists at Atlas already", "orders.partner-rejected-request", "refund.already-submitted")]
    public void Sentence_OfARefund_SpeaksOfARefund(string kind, string expected, params string[] arguments) =>
        Assert.Equal(expected, Words(CaseKind.Refund).Sentence(ACase.Line(kind, arguments)));

    [Theory]
    [InlineData("quoted", "took the figures: USD 120.00 to the customer’s card, with other figures than before", "USD 120.00", "Cash", "changed")]
    [InlineData("sending", "sent the refund of USD 120.00 to AsiaBill, once", "USD 120.00")]
    [InlineData("accepted", "AsiaBill took the refund as 20260830001: AsiaBill is working on it (0)", "20260830001", "0")]
    [InlineData("status", "saw a new status: it succeeded (1), before: AsiaBill is working on it (0)", "1", "0", "–")]
    [InlineData("status", "saw a new status: it failed (2), before: none", "2", "–", "–")]
    [InlineData("status", "saw a new status: status 3, before: it failed (2)", "3", "2", "–")]
    [InlineData("nothing-found", "asked AsiaBill about the number of a notice: the number is of another refund", "others", "–")]
    public void Sentence_OfACardRefund_SpeaksOfAsiaBill(string kind, string expected, params string[] arguments) =>
        Assert.Equal(expected, Words(CaseKind.CardRefund).Sentence(ACase.Line(kind, arguments)));

    /// <summary>Atlas and the airline have no part in the customer's card, whatever happens to it.</summary>
    [Theory]
    [InlineData("en", "airline")]
    [InlineData("zh-Hans", "航司")]
    public void Sentence_OfACardRefundInEveryKind_NeverNamesAtlas(string culture, string airline)
    {
        Speak(culture);
        var sentences = TimelineWords.Kinds.Where(kind => kind is not ("quoted" or "quote-refused"))
            .SelectMany(_ => new[] { "0", "1", "2", "none", "others", "throttled" }, (kind, word) => Words(CaseKind.CardRefund).Sentence(ACase.Line(kind, word, word, word)));

        Assert.DoesNotContain(sentences, s => s.Contains("Atlas", StringComparison.Ordinal) || s.Contains(airline, StringComparison.Ordinal));
    }

    /// <summary>Whatever happens to a refund, its story never calls it a void.</summary>
    [Theory]
    [InlineData("en", "void")]
    [InlineData("zh-Hans", "作废")]
    public void Sentence_OfARefundInEveryKind_NeverSaysVoid(string culture, string word)
    {
        Speak(culture);

        Assert.DoesNotContain(TimelineWords.Kinds, kind => Words(CaseKind.Refund).Sentence(ACase.Line(kind, "–", "–", "–")).Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Sentence_WithFewerArgumentsThanItsText_StillReads() => Assert.Equal("got the void accepted as –: –", Words().Sentence(ACase.Line("accepted")));

    [Fact]
    public void Sentence_InChinese_IsChinese()
    {
        Speak("zh-Hans");

        Assert.Equal("报价：可退 USD 82.74，现金", Words().Sentence(ACase.Line("quoted", "USD 82.74", "Cash", "same")));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    public void Texts_OfEveryKind_AreThere(string culture)
    {
        var texts = new System.Resources.ResourceManager(typeof(TimelineText)).GetResourceSet(CultureInfo.GetCultureInfo(culture), true, tryParents: culture == "en")!;

        Assert.DoesNotContain(TimelineWords.Kinds, kind => texts.GetString("Timeline." + kind) is null);
    }

    private static void Speak(string culture)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture.Length == 0 ? "en" : culture);
    }

    private static TimelineWords Words(CaseKind kind = CaseKind.Void, RefundTarget backTo = RefundTarget.Unknown)
    {
        var factory = new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance);
        return new TimelineWords(new StringLocalizer<TimelineText>(factory), new RefusalWords(new StringLocalizer<RefusalText>(factory)), kind, backTo);
    }
}
