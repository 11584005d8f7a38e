using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Cases;
using BackOffice.Web.Resources;

namespace Unit.Web.Cases;

/// <summary>No refusal of the partner's leaves an agent without a next step, nor the customer without a sentence.</summary>
public sealed class NextStepsTests
{
    /// <summary>Each row a refusal, what follows it for a void, and for a refund.</summary>
    private const string Steps = """
        orders.empty-search             | Search            | Search
        orders.search-too-long          | Search            | Search
        orders.not-understood           | Search            | Search
        orders.pnr-needs-carrier        | Search            | Search
        orders.unknown                  | OpenOrder         | OpenOrder
        orders.nothing-found            | Search            | Search
        orders.several                  | Search            | Search
        orders.contradicts              | Search            | Search
        orders.partner-silent           | QuoteAgain        | QuoteAgain
        orders.partner-account          | TellAdministrator | TellAdministrator
        send.stood-still                | QuoteAgain        | QuoteAgain
        orders.partner-rejected-request | TellAdministrator | TellAdministrator
        void.not-voidable               | OpenRefund        | AskAirline
        void.already-submitted          | ShowExisting      | ShowExisting
        void.refund-exists              | ShowExisting      | ShowExisting
        void.refund-claim-exists        | ShowExisting      | ShowExisting
        void.submission-running         | QuoteAgain        | QuoteAgain
        void.offer-expired              | QuoteAgain        | QuoteAgain
        void.fare-not-voidable          | OpenRefund        | AskAirline
        void.ticket-unknown             | OpenOrder         | OpenOrder
        void.ticket-used                | AskAirline        | AskAirline
        void.window-closed              | OpenRefund        | QuoteAgain
        void.not-all-passengers         | OpenRefund        | QuoteAgain
        void.ancillary-order            | OpenMainOrder     | OpenMainOrder
        void.payment-not-supported      | OpenRefund        | AskAirline
        void.airline-not-covered        | OpenRefund        | AskAirline
        void.not-ticketed               | QuoteAgain        | QuoteAgain
        refund.not-refundable           | AskAirline        | AskAirline
        refund.nobody-chosen            | ChooseAgain       | ChooseAgain
        refund.child-alone              | ChooseAgain       | ChooseAgain
        refund.passenger-unknown        | ChooseAgain       | ChooseAgain
        refund.name-differs             | ChooseAgain       | ChooseAgain
        refund.journey-incomplete       | AskAirline        | AskAirline
        refund.segment-unknown          | QuoteAgain        | QuoteAgain
        refund.already-submitted        | ShowExisting      | ShowExisting
        refund.limit-passed             | AskAirline        | AskAirline
        refund.flights-unreadable       | QuoteAgain        | QuoteAgain
        void.unlisted-code              | TellAdministrator | TellAdministrator
        """;

    /// <summary>Refusals that the customer never hears of: they are about the search box, our account or the line.</summary>
    private static readonly string[] NotForTheCustomer =
    [
        "orders.empty-search", "orders.search-too-long", "orders.not-understood", "orders.pnr-needs-carrier", "orders.nothing-found", "orders.several", "orders.contradicts",
        "orders.partner-silent", "orders.partner-account", "orders.partner-rejected-request", "send.stood-still",
    ];

    [Fact]
    public void Of_EveryRefusalOfOrders_IsTheStepOfTheTable() =>
        Assert.Equal(
            Steps.Split('\n').Select(line => string.Join('|', line.Split('|').Select(cell => cell.Trim()))).Order(StringComparer.Ordinal),
            Refusals().Select(r => string.Join('|', r.Name, NextSteps.Of(r, CaseKind.Void), NextSteps.Of(r, CaseKind.Refund))).Order(StringComparer.Ordinal));

    [Fact]
    public void Of_ARefusalOfTheDesk_IsNothing() => Assert.Null(NextSteps.Of(CasesRefusals.ApprovalNeeded, CaseKind.Void));

    [Fact]
    public void Of_AVoidThatIsTooLate_IsTheRefund() => Assert.Equal(NextStep.OpenRefund, NextSteps.Of(CasesRefusals.TooLate, CaseKind.Void));

    [Theory]
    [InlineData("void.payment-not-supported", CaseKind.Void, true)]
    [InlineData("void.airline-not-covered", CaseKind.Void, true)]
    [InlineData("refund.limit-passed", CaseKind.Refund, true)]
    [InlineData("void.window-closed", CaseKind.Void, false)]
    [InlineData("void.offer-expired", CaseKind.Refund, false)]
    public void ShowsAirline_WhereOnlyTheAirlineCanHelp_IsTrue(string refusal, CaseKind kind, bool expected) =>
        Assert.Equal(expected, NextSteps.ShowsAirline(Refusals().Single(r => r.Name == refusal), kind));

    [Theory]
    [InlineData("")]
    [InlineData("zh-Hans")]
    public void Texts_OfEveryRefusalThatMeetsACustomer_HaveASentenceForThem(string culture)
    {
        var keys = new ResourceManager(typeof(RefusalText)).GetResourceSet(CultureInfo.GetCultureInfo(culture), true, tryParents: false)!.Cast<DictionaryEntry>().Select(e => (string)e.Key).ToHashSet();

        Assert.Equal(NotForTheCustomer.Order(StringComparer.Ordinal), Refusals().Select(r => r.Name).Where(name => !keys.Contains($"Refusal.{name}.Customer")).Order(StringComparer.Ordinal));
    }

    private static IReadOnlyList<Refusal> Refusals() =>
        [.. typeof(OrdersRefusals).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.FieldType == typeof(Refusal)).Select(f => (Refusal)f.GetValue(null)!)];
}
