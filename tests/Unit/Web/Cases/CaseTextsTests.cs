using System.Collections;
using System.Globalization;
using System.Resources;
using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Web.Features.Cases;
using BackOffice.Web.Resources;

namespace Unit.Web.Cases;

/// <summary>Texts that are found by a value's name cannot be missed by a reader of the code; they can be missing in a file.</summary>
public sealed class CaseTextsTests
{
    private static readonly string[] OfCases =
    [
        .. Enum.GetNames<CaseState>().Select(n => "State." + n),
        .. Enum.GetNames<CaseState>().Select(n => "Next." + n),
        .. Enumerable.Range(0, 7).Select(n => "Status." + n.ToString(CultureInfo.InvariantCulture)), "Status.Unlisted",
        .. Enum.GetNames<CaseStep>().SelectMany(n => new[] { "Step." + n, "Step." + n + ".Off" }),
        .. Enum.GetNames<RefundMethod>().Select(n => "Method." + n), "Method.Voucher.Loud", "Method.Other.Loud",
        .. Enum.GetNames<PaymentMethod>().SelectMany(n => new[] { "Where." + n, "Quote.Total." + n }), "Where.Voucher", "Where.Other",
        .. Enum.GetNames<StoryFilter>().SelectMany(n => new[] { "Timeline." + n, "Timeline." + n + ".Empty" }),
        .. Enum.GetNames<BackOffice.Core.Reconciliation.UnknownDecision>().SelectMany(n => new[] { "Decide." + n, "Decide." + n + ".Text", "Decide." + n + ".Do" }),
        .. new[] { "Sum", "Method", "Fare", "Extra", "Ticket", "Fee", "Deadline" }.Select(n => "Difference." + n),
    ];

    private static readonly string[] OfOrders =
    [
        .. Enum.GetNames<OrderStage>().Select(n => "Stage." + n),
        .. Enum.GetNames<PaymentMethod>().Select(n => "Payment." + n),
        .. Enum.GetNames<PassengerType>().Select(n => "Passenger." + n),
    ];

    [Theory]
    [InlineData("")]
    [InlineData("zh-Hans")]
    public void Texts_FoundByAName_AreThere(string culture) =>
        Assert.Empty(OfCases.Except(Keys<CasesText>(culture)).Concat(OfOrders.Except(Keys<OrdersText>(culture))));

    [Fact]
    public void Texts_InBothLanguages_AreTheSameKeys()
    {
        Assert.Equal(Keys<CasesText>("").Order(StringComparer.Ordinal), Keys<CasesText>("zh-Hans").Order(StringComparer.Ordinal));
        Assert.Equal(Keys<OrdersText>("").Order(StringComparer.Ordinal), Keys<OrdersText>("zh-Hans").Order(StringComparer.Ordinal));
        Assert.Equal(Keys<TimelineText>("").Order(StringComparer.Ordinal), Keys<TimelineText>("zh-Hans").Order(StringComparer.Ordinal));
    }

    private static HashSet<string> Keys<T>(string culture) =>
        [.. new ResourceManager(typeof(T)).GetResourceSet(CultureInfo.GetCultureInfo(culture), true, tryParents: false)!.Cast<DictionaryEntry>().Select(e => (string)e.Key)];
}
