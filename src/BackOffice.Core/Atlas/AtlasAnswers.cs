using System.Collections.Frozen;
using System.Globalization;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace BackOffice.Core.Atlas;

/// <summary>What a business code means for us. Exactly one of the two parts is set, or none where the code is 0.</summary>
internal readonly record struct AtlasMeaning(Refusal? Refusal, string? Unknown);

/// <summary>
/// The one table from Atlas's codes to our words. A question may be refused by any code; a send counts as refused only where the code proves
/// that nothing was executed, and everything else about it is unknown. The text that comes with a code is never looked at.
/// </summary>
internal static class AtlasAnswers
{
    private static readonly FrozenDictionary<int, Row> Table = new Dictionary<int, Row>
    {
        [3] = Row.Asked(OrdersRefusals.PartnerAccount),
        [100] = Row.Asked(OrdersRefusals.PartnerRejectedRequest),
        [401] = Row.Asked(OrdersRefusals.PartnerAccount),
        [403] = Row.Asked(OrdersRefusals.PartnerAccount),
        [701] = Row.Asked(OrdersRefusals.SeveralOrders),
        [702] = Row.Asked(OrdersRefusals.PnrNeedsCarrier),
        [703] = Row.Asked(OrdersRefusals.NothingFound),
        [704] = Row.Asked(OrdersRefusals.SearchContradicts),
        [800] = Row.Asked(OrdersRefusals.OrderUnknown),
        [801] = Row.Always(OrdersRefusals.OrderUnknown),
        [803] = Row.Asked(OrdersRefusals.AlreadyVoided),
        [805] = Row.Always(OrdersRefusals.OfferExpired),
        [808] = Row.Always(OrdersRefusals.FareNotVoidable),
        [809] = Row.Asked(OrdersRefusals.NotTicketed),
        [810] = Row.Always(OrdersRefusals.PartnerRejectedRequest),
        [814] = Row.Asked(OrdersRefusals.SubmissionRunning),
        [815] = Row.Always(OrdersRefusals.TicketUnknown),
        [816] = Row.Asked(OrdersRefusals.AlreadyVoided),
        [817] = Row.Asked(OrdersRefusals.AlreadyRefunding),
        [818] = Row.Asked(OrdersRefusals.RefundClaimExists),
        [820] = Row.Always(OrdersRefusals.TicketUsed),
        [822] = Row.Always(OrdersRefusals.WindowClosed),
        [823] = Row.Always(OrdersRefusals.NotAllPassengers),
        [824] = Row.Always(OrdersRefusals.AncillaryOrder),
        [841] = Row.Always(OrdersRefusals.PaymentNotSupported),
        [843] = Row.Always(OrdersRefusals.AirlineNotCovered),
        [900] = Row.Always(OrdersRefusals.PartnerAccount),
        [901] = Row.Always(OrdersRefusals.PartnerRejectedRequest),
        [902] = Row.Always(OrdersRefusals.PartnerAccount),
    }.ToFrozenDictionary();

    /// <summary>What a refund means by a code that means something else, or nothing, to a void.</summary>
    private static readonly FrozenDictionary<int, Row> OfRefunds = new Dictionary<int, Row>
    {
        [802] = Row.Always(OrdersRefusals.ChildAlone),
        [803] = Row.Asked(OrdersRefusals.AlreadyRefunded),
        [807] = Row.Always(OrdersRefusals.PassengerUnknown),
        [809] = Row.Always(OrdersRefusals.NotTicketed),
        [811] = Row.Always(OrdersRefusals.JourneyIncomplete),
        [812] = Row.Always(OrdersRefusals.NameDiffers),
        [816] = Row.Asked(OrdersRefusals.AlreadyRefunded),
        [817] = Row.Asked(OrdersRefusals.AlreadyRefunded),
        [821] = Row.Always(OrdersRefusals.RefundLimitPassed),
        [8041] = Row.Always(OrdersRefusals.SegmentUnknown),
    }.ToFrozenDictionary();

    /// <summary>Codes that say "ask later" or "we broke": no answer to a question, and no proof about a send.</summary>
    private static readonly FrozenSet<int> NoAnswer = new[] { -1, 2, 705, 9999 }.ToFrozenSet();

    private static readonly FrozenSet<int> TooFast = new[] { 429, 905 }.ToFrozenSet();

    public static AtlasMeaning OfQuestion(int status, CaseKind about) => status switch
    {
        0 => default,
        _ when TooFast.Contains(status) => new(null, "throttled"),
        _ when NoAnswer.Contains(status) => new(null, Named(status)),
        _ => new((RowOf(status, about) is { } row ? row.Refusal : OrdersRefusals.UnlistedCode).FromPartner(Text(status)), null),
    };

    public static AtlasMeaning OfSend(int status, CaseKind kind) => status switch
    {
        0 => default,
        _ when TooFast.Contains(status) => new(null, "throttled"),
        _ when RowOf(status, kind) is { ProvesNothingWasDone: true } row => new(row.Refusal.FromPartner(Text(status)), null),
        _ => new(null, Named(status)),
    };

    private static Row? RowOf(int status, CaseKind kind) =>
        kind == CaseKind.Refund && OfRefunds.TryGetValue(status, out var own) ? own
        : Table.TryGetValue(status, out var row) ? row
        : null;

    private static string Named(int status) => "status-" + Text(status);

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);

    private readonly record struct Row(Refusal Refusal, bool ProvesNothingWasDone)
    {
        /// <summary>A refusal of a question; about a send it proves nothing.</summary>
        public static Row Asked(Refusal refusal) => new(refusal, false);

        /// <summary>Whoever answers so has not executed anything.</summary>
        public static Row Always(Refusal refusal) => new(refusal, true);
    }
}
