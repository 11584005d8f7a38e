using System.Collections;
using System.Globalization;
using System.Resources;
using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Ledger;
using BackOffice.Core.Orders;
using BackOffice.Core.Payments;
using BackOffice.Core.Reconciliation;
using BackOffice.Core.Values;
using BackOffice.Web.Components.Shared;
using BackOffice.Web.Features.Cases;
using BackOffice.Web.Resources;

namespace Unit.Web.Cases;

/// <summary>What the page shows and offers of a card refund.</summary>
public sealed class CardScreenTests
{
    private const string TradeNo = "2026083011000000000001";

    private static readonly CardWish Card = new(TradeNo, new Money(20_000, "USD"), new DateOnly(2026, 8, 30), new Money(15_000, "USD"));

    [Theory]
    [InlineData("165.48", "usd", 16_548L)]
    [InlineData(" 165 ", "USD", 16_500L)]
    [InlineData("5000", "JPY", 5_000L)]
    [InlineData("1,165.48", "USD", null)]
    [InlineData("165,48", "USD", null)]
    [InlineData("165.481", "USD", null)]
    [InlineData("1.5", "JPY", null)]
    [InlineData("165.48", "US", null)]
    [InlineData("", "USD", null)]
    [InlineData("-1", "USD", null)]
    public void TypedMoney_OfEachShape_IsReadOrNot(string amount, string currency, long? minor) =>
        Assert.Equal(minor, TypedMoney.Read(amount, currency)?.Minor);

    /// <summary>Which of the two fields is wrong is said.</summary>
    [Theory]
    [InlineData("US", "Currency.Unreadable")]
    [InlineData(" usd", null)]
    [InlineData(null, "Currency.Unreadable")]
    public void TypedMoney_WithoutACurrency_SaysSo(string? currency, string? key) => Assert.Equal(key, TypedMoney.WhyNotKey(currency));

    [Theory]
    [InlineData(CaseState.Queued, false, true, CardWay.Sent, false)]
    [InlineData(CaseState.Queued, true, true, CardWay.ByHand, true)]
    [InlineData(CaseState.Quoted, false, false, CardWay.ByHand, false)]
    [InlineData(CaseState.Quoted, false, true, CardWay.Sent, false)]
    public void Way_OfWhatWasPermitted_StaysWhateverTheSwitchSays(CaseState state, bool isByHand, bool sends, CardWay way, bool waits)
    {
        var page = Page(state, v => v with { Row = v.Row with { IsByHand = isByHand }, Cards = new CardConnection(true, sends) });

        Assert.Equal((way, waits), (page.Way, page.IsWaitingForHand));
        Assert.Equal(waits ? null : CasesRefusals.NotByHand.Name, page.WhyNotRecord?.Name);
    }

    /// <summary>Without a number there is nobody to ask; once a notice named one, or the number is known, the desk asks.</summary>
    [Theory]
    [InlineData(CaseState.OutcomeUnknown, null, true)]
    [InlineData(CaseState.OutcomeUnknown, "442011", false)]
    [InlineData(CaseState.Following, null, false)]
    public void Mute_OfACardRefund_IsTheUnknownOneWithoutANumber(CaseState state, string? hinted, bool isMute)
    {
        var row = Page(state, v => v with { Row = v.Row with { HintedRef = hinted } }).View.Row;

        Assert.Equal(isMute, CaseWords.IsMute(row));
        Assert.False(CaseWords.IsMute(row with { Kind = CaseKind.Refund }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("zh-Hans")]
    public void Decisions_OfACardRefund_AreSpokenOfWhereCardRefundsAre(string culture)
    {
        var legs = new ResourceManager(typeof(LegsText)).GetResourceSet(CultureInfo.GetCultureInfo(culture), true, tryParents: false)!;

        Assert.DoesNotContain(Enum.GetValues<UnknownDecision>(), d => legs.GetString($"Decide.{d}") is null || legs.GetString(UnknownWords.TextOf(CaseKind.CardRefund, d)) is null);
    }

    /// <summary>The agency's deposit and Atlas have no part in the customer's card.</summary>
    [Theory]
    [InlineData(CaseState.Following, 0, "Status.0.Card")]
    [InlineData(CaseState.Following, 2, "Status.2.Card")]
    [InlineData(CaseState.Following, 3, "Status.Unlisted")]
    [InlineData(CaseState.Refunded, 1, "State.Refunded.Card")]
    [InlineData(CaseState.OutcomeUnknown, null, "State.OutcomeUnknown")]
    public void Word_OfACardRefund_IsNotThatOfARefundAtAtlas(CaseState state, int? status, string key) =>
        Assert.Equal(key, CaseWords.KeyOf(Page(state, v => v with { Row = v.Row with { PartnerStatus = status } }).View.Row));

    [Fact]
    public void CloseByHand_WhileItWaitsForAHand_IsOfferedToASupervisor()
    {
        Assert.Null(Page(CaseState.Queued, v => v with { Row = v.Row with { IsByHand = true } }, Role.Supervisor).Page.WhyNot(CaseAct.CloseByHand));
        Assert.NotNull(Page(CaseState.Queued, v => v with { Row = v.Row with { IsByHand = true } }).Page.WhyNot(CaseAct.CloseByHand));
        Assert.NotNull(Page(CaseState.Queued, v => v, Role.Supervisor).Page.WhyNot(CaseAct.CloseByHand));
    }

    [Fact]
    public void AskNow_OfAnUnknownCardRefund_NeedsANumber()
    {
        var mute = Page(CaseState.OutcomeUnknown, v => v);
        var hinted = Page(CaseState.OutcomeUnknown, v => v with { Row = v.Row with { HintedRef = "442011" } });

        Assert.Equal((true, CasesRefusals.NoNumberYet.Name), (mute.IsMute, mute.Page.WhyNot(CaseAct.AskAtlasNow)?.Name));
        Assert.Equal((false, null), (hinted.IsMute, hinted.Page.WhyNot(CaseAct.AskAtlasNow)?.Name));
    }

    /// <summary>Nobody sends it: whoever sees the case must not wait for the desk.</summary>
    [Fact]
    public void Chip_OfWhatWaitsForAHand_SaysSo()
    {
        var waiting = ACase.Row(CaseState.Queued) with { Kind = CaseKind.CardRefund, IsByHand = true };

        Assert.Equal(("State.Queued.ByHand", Meaning.Warn, "hand"), (CaseWords.KeyOf(waiting), CaseWords.MeaningOf(waiting), CaseWords.IconOf(waiting)));
        Assert.Equal(("State.Queued", Meaning.Info, "send"), (CaseWords.KeyOf(waiting with { IsByHand = false }), CaseWords.MeaningOf(waiting with { IsByHand = false }), CaseWords.IconOf(waiting with { IsByHand = false })));
    }

    /// <summary>AsiaBill is not asked, so no answers are counted.</summary>
    [Fact]
    public void NotSent_WithinTheQuietPeriod_WaitsForThatAlone() =>
        Assert.Equal(new StillAsking(ACase.Now.AddMinutes(10), 0, 0), NotSent(v => v with { Row = v.Row with { UnknownSince = v.Now } }).NotYet);

    /// <summary>A number that a notice named outweighs whatever a person would say.</summary>
    [Fact]
    public void NotSent_WhileANumberIsNamed_IsNotOffered() =>
        Assert.Equal(CasesRefusals.NumberNamed.Name, NotSent(v => v with { Row = v.Row with { UnknownSince = v.Now.AddDays(-1), HintedRef = "442011" } }).WhyNot?.Name);

    [Fact]
    public void LeftAfter_OfWhatTheBooksHave_IsLessTheAmount()
    {
        Assert.Equal(new Money(5_000, "USD"), Page(CaseState.Quoted, v => v with { CardBook = new CardBookView(new Money(20_000, "USD"), CardRefundType.Part, null) }).LeftAfter);
        Assert.Null(Page(CaseState.Quoted, v => v with { CardBook = new CardBookView(new Money(100, "USD"), CardRefundType.Part, null) }).LeftAfter);
    }

    [Theory]
    [InlineData(150, null)]
    [InlineData(151, false)]
    [InlineData(180, false)]
    [InlineData(181, true)]
    public void Age_OfAnOldPayment_IsSaidBeforeSending(int days, bool? isPastLimit)
    {
        var paidOn = DateOnly.FromDateTime(ACase.Now.UtcDateTime).AddDays(-days);

        Assert.Equal(isPastLimit, Page(CaseState.Quoted, v => v with { Card = Card with { PaidOn = paidOn } }).Age?.IsPastLimit);
        Assert.Null(Page(CaseState.Refunded, v => v with { Card = Card with { PaidOn = paidOn } }).Age);
    }

    [Fact]
    public void Compare_OfACardRefund_IsNoStep()
    {
        Assert.False(Page(CaseState.Quoted, v => v).Page.CanReach(CaseStep.Compare));
        Assert.True(ACase.Page(CaseState.Quoted).CanReach(CaseStep.Compare));
    }

    [Fact]
    public void Texts_FoundByAName_AreThere()
    {
        string[] names =
        [
            .. Enum.GetNames<LegsVerdict>().SelectMany(n => new[] { "Verdict." + n, "Verdict." + n + ".Text" }), "Verdict.SupplierOnly.Part", "Stand.InDoubt",
            .. Enum.GetNames<PersonsWord>().Select(n => "Attempts." + n),
            .. Enum.GetNames<CardWay>().SelectMany(n => new[] { "Check." + n, "Permit." + n }),
            .. Enum.GetNames<CardRefundType>().Select(n => "Type." + n),
            .. Enum.GetNames<UnknownDecision>().SelectMany(n => new[] { "Decide." + n, "Decide." + n + ".Text" }),
            "Verdict.NotToAgency.Voucher", "Verdict.CustomerOnly.Twice", LegsPresenter.SupplierKeyOf(ACase.Row(CaseState.Refunded) with { Method = RefundMethod.Voucher }),
            .. CaseStates.All.SelectMany(_ => Enum.GetValues<PaymentMethod>(), (state, payment) => LegsPresenter.SupplierKeyOf(ACase.Row(state) with { Payment = payment })), .. CaseStates.All.Select(s => CardWords.KeyOf(s, 0)),
            .. new int?[] { 0, 1, 2, 3, null }.Select(n => CardWords.KeyOf(CaseState.Following, n)),
            .. CaseStates.All.Select(s => LegsPresenter.CustomerKeyOf(new CustomerLegView(ACase.Row(s) with { IsByHand = true }, Card, null, null, null))),
        ];
        var there = new ResourceManager(typeof(LegsText)).GetResourceSet(CultureInfo.InvariantCulture, true, tryParents: false)!.Cast<DictionaryEntry>().Select(e => (string)e.Key);

        Assert.Equal([], names.Distinct(StringComparer.Ordinal).Except(there, StringComparer.Ordinal));
    }

    private static UnknownChoice NotSent(Func<CaseView, CaseView> change) =>
        Page(CaseState.OutcomeUnknown, change, Role.Supervisor).Page.Decisions.Single(c => c.Decision == UnknownDecision.NotSent);

    private static CardPresenter Page(CaseState state, Func<CaseView, CaseView> change, Role role = Role.Agent) =>
        new(new CasePresenter(change(ACase.View(ACase.Row(state) with { Kind = CaseKind.CardRefund }, role) with { Card = Card })));
}
