using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Cases;
using BackOffice.Web.Resources;
using Unit.Walls;

namespace Unit.Web.Cases;

/// <summary>Texts that are found by a value's name cannot be missed by a reader of the code; they can be missing in a file.</summary>
public sealed partial class CaseTextsTests
{
    private static readonly string[] OfCases =
    [
        .. Enum.GetNames<CaseState>().Select(n => "State." + n),
        .. Enum.GetNames<CaseState>().Select(n => "Next." + n), "State.Voucher", "State.CompletedOnCard.Any",
        .. Enum.GetNames<RefundTarget>().Except([nameof(RefundTarget.Deposit), nameof(RefundTarget.AgencyCard)], StringComparer.Ordinal).Select(n => "Next.Done." + n),
        .. Enumerable.Range(0, 7).Select(n => "Status." + n.ToString(CultureInfo.InvariantCulture)), "Status.Unlisted",
        .. Enumerable.Range(0, 7).Select(n => "Status." + n.ToString(CultureInfo.InvariantCulture) + ".Refund"),
        .. Enumerable.Range(0, 3).Select(n => "Status." + n.ToString(CultureInfo.InvariantCulture) + ".Card"), "State.Refunded.Card",
        .. CaseStates.All.Select(CaseWords.KeyOf), CaseWords.KeyOf(ACase.Row(CaseState.Queued) with { IsByHand = true }), "Next.Queued.ByHand",
        .. Enum.GetNames<CaseKind>().Select(n => "Kind." + n),
        .. Enum.GetNames<QuoteSureness>().Select(n => "Sureness." + n),
        .. Enum.GetNames<RefundReason>().Select(n => "Wish." + n),
        "Decide.Sent.Text.Refund", "Decide.NotSent.Text.Refund",
        .. Enum.GetNames<CaseStep>().SelectMany(n => new[] { "Step." + n, "Step." + n + ".Off" }),
        .. Enum.GetNames<RefundMethod>().Select(n => "Method." + n), "Method.Voucher.Loud", "Method.Other.Loud",
        .. Enum.GetNames<PaymentMethod>().SelectMany(n => new[] { "Where." + n, "Quote.Total." + n }), "Where.Voucher", "Where.Other",
        .. Enum.GetNames<StoryFilter>().SelectMany(n => new[] { "Timeline." + n, "Timeline." + n + ".Empty" }),
        .. Enum.GetNames<BackOffice.Core.Reconciliation.UnknownDecision>().SelectMany(n => new[] { "Decide." + n, "Decide." + n + ".Text", "Decide." + n + ".Do" }),
        .. Enum.GetNames<QuoteFigure>().Except([nameof(QuoteFigure.ConfirmedOn), nameof(QuoteFigure.RefundOn)], StringComparer.Ordinal).Select(n => "Difference." + n),
        .. Enum.GetNames<NoAmount>().Select(n => "NoAmount." + n), "Possible.True", "Possible.False",
    ];

    private static readonly string[] OfApprovals =
    [
        .. Enum.GetNames<QuoteFigure>().Select(n => "Line." + n),
        .. Enum.GetNames<NoAmount>().Select(n => "NoAmount." + n), "Possible.True", "Possible.False",
        .. Enum.GetNames<RefundMethod>().Select(n => "Method." + n),
        .. Enum.GetNames<QuoteSureness>().Select(n => "Sureness." + n),
    ];

    private static readonly string[] OfOrders =
    [
        .. Enum.GetNames<OrderStage>().Select(n => "Stage." + n),
        .. Enum.GetNames<PaymentMethod>().Select(n => "Payment." + n),
        .. Enum.GetNames<PassengerType>().Select(n => "Passenger." + n),
        .. Enum.GetNames<RefundReason>().SelectMany(n => new[] { "Refund.Why." + n, "Refund.Why." + n + ".Text" }),
    ];

    /// <summary>Which texts the screens of a folder speak with.</summary>
    public static TheoryData<string, string> Rooms => new() { { "Cases", nameof(CasesText) }, { "Orders", nameof(OrdersText) }, { "Approvals", nameof(ApprovalsText) }, { "Unknown", nameof(UnknownText) }, { "Line", nameof(LineText) } };

    [Theory]
    [InlineData("")]
    [InlineData("zh-Hans")]
    public void Texts_FoundByAName_AreThere(string culture) =>
        Assert.Empty(OfCases.Except(Keys<CasesText>(culture)).Concat(OfOrders.Except(Keys<OrdersText>(culture))).Concat(OfApprovals.Except(Keys<ApprovalsText>(culture))));

    [Fact]
    public void Texts_InBothLanguages_AreTheSameKeys()
    {
        Assert.Equal(Keys<CasesText>("").Order(StringComparer.Ordinal), Keys<CasesText>("zh-Hans").Order(StringComparer.Ordinal));
        Assert.Equal(Keys<OrdersText>("").Order(StringComparer.Ordinal), Keys<OrdersText>("zh-Hans").Order(StringComparer.Ordinal));
        Assert.Equal(Keys<TimelineText>("").Order(StringComparer.Ordinal), Keys<TimelineText>("zh-Hans").Order(StringComparer.Ordinal));
    }

    /// <summary>Where a screen says one thing of a void, another of a refund and perhaps a third of a card refund, all are there, in both languages.</summary>
    [Theory]
    [MemberData(nameof(Rooms))]
    public void Texts_ThatDifferByKind_AreThereForEach(string room, string area)
    {
        var texts = typeof(CasesText).Assembly.GetType(typeof(CasesText).Namespace + "." + area)!;
        List<string> asked = [.. AskedIn(room, OfKind(), KindTexts.KeyOf), .. AskedIn(room, OfEachKind(), KindTexts.EachKeyOf)];

        Assert.Equal(room == "Orders", asked.Count == 0);
        foreach (var culture in new[] { "", "zh-Hans" })
        {
            Assert.Empty(asked.Except(Keys(texts, culture)));
        }
    }

    /// <summary>A text with a place for an argument that is asked for without one fails the whole page.</summary>
    [Theory]
    [MemberData(nameof(Rooms))]
    public void Texts_AskedForWithoutArguments_HaveNoPlaceForOne(string room, string area)
    {
        var texts = new ResourceManager(typeof(CasesText).Assembly.GetType(typeof(CasesText).Namespace + "." + area)!);
        var asked = SourceTree.Under("src/BackOffice.Web/Features/" + room + "/").SelectMany(f => Bare().Matches(f.Text)).Select(m => m.Groups["key"].Value);

        Assert.DoesNotContain(asked.SelectMany(key => new[] { key, key + ".Refund" }), key => texts.GetString(key, CultureInfo.InvariantCulture)?.Contains("{0}", StringComparison.Ordinal) == true);
    }

    /// <summary>Whoever is told to withdraw the case must not look for the button that withdraws the request.</summary>
    [Fact]
    public void NextStep_ThatSaysWithdraw_NamesTheButtonOfTheCase()
    {
        var chinese = CultureInfo.GetCultureInfo("zh-Hans");

        Assert.Contains(
            new ResourceManager(typeof(CasesText)).GetString("WithdrawCase", chinese)!,
            new ResourceManager(typeof(RefusalText)).GetString("Refusal.recovery.in-doubt.Next", chinese)!, StringComparison.Ordinal);
    }

    /// <summary>What somebody permits within the own limit is approved by nobody.</summary>
    [Fact]
    public void Texts_OfAPermit_AreNotThoseOfAnApproval()
    {
        var (texts, chinese) = (new ResourceManager(typeof(LegsText)), CultureInfo.GetCultureInfo("zh-Hans"));
        var ofPermits = Keys<LegsText>("").Where(key => texts.GetString(key, CultureInfo.InvariantCulture)!.Contains("permit", StringComparison.OrdinalIgnoreCase)).ToList();

        Assert.NotEmpty(ofPermits);
        Assert.DoesNotContain(ofPermits, key => texts.GetString(key, chinese) is not { } said || !said.Contains("许可", StringComparison.Ordinal) || said.Contains("批准", StringComparison.Ordinal));
    }

    [GeneratedRegex("L\\.Of\\([^,\"]+, \"(?<key>[^\"]+)\"\\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bare();

    private static IEnumerable<string> AskedIn(string room, Regex question, Func<CaseKind, string, string> keyOf) =>
        SourceTree.Under("src/BackOffice.Web/Features/" + room + "/").SelectMany(f => question.Matches(f.Text))
            .SelectMany(m => CaseKinds.All.Select(kind => keyOf(kind, m.Groups["key"].Value))).Distinct(StringComparer.Ordinal);

    [GeneratedRegex("L\\.OfEach\\([^,\"]+, \"(?<key>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OfEachKind();

    [GeneratedRegex("L\\.Of\\([^,\"]+, \"(?<key>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OfKind();

    private static HashSet<string> Keys<T>(string culture) => Keys(typeof(T), culture);

    private static HashSet<string> Keys(Type texts, string culture) =>
        [.. new ResourceManager(texts).GetResourceSet(CultureInfo.GetCultureInfo(culture), true, tryParents: false)!.Cast<DictionaryEntry>().Select(e => (string)e.Key)];
}
