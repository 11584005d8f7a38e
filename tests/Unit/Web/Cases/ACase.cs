using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Settings;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Cases;

namespace Unit.Web.Cases;

/// <summary>Cases as their page reads them, without a database: one passenger, paid from the deposit, quoted a minute ago, an hour to go.</summary>
internal static class ACase
{
    public static readonly DateTimeOffset Now = new(2026, 9, 1, 3, 0, 0, TimeSpan.Zero);
    public static readonly Guid Me = new("00000000-0000-0000-0000-000000000001");
    public static readonly Guid Colleague = new("00000000-0000-0000-0000-000000000002");

    public static StaffRights Rights(Role role) => new(Me, "Ana", true, Roles.PermissionsOf(role), new Money(20_000, "USD"), null);

    public static CaseRow Row(CaseState state) => new()
    {
        Id = 1, Number = "V-2026-000001", OrderNo = "TESTA20260801000000001", Airline = "Y4", AirlinePnr = "S10001", Route = "MEX → CUN", PassengerCount = 1,
        Payment = PaymentMethod.Deposit, State = state, AtStake = new Money(8_274, "USD"), DeadlineAt = Now.AddHours(1), Deadline = Limit(Now.AddHours(1)),
        OwnerId = Me, OwnerName = "Ana", OpenedAt = Now.AddMinutes(-5), ChangedAt = Now.AddMinutes(-1),
        SentAt = CaseStates.IsBeforeSending(state) || state == CaseState.Withdrawn ? null : Now.AddMinutes(-1),
        PartnerRef = state is CaseState.Following or CaseState.Refunded ? "202609-0001" : null, PartnerStatus = state == CaseState.Following ? 0 : null,
        UnknownSince = state == CaseState.OutcomeUnknown ? Now.AddMinutes(-1) : null,
    };

    public static CaseView View(CaseState state, Role role = Role.Agent) => View(Row(state), role);

    public static CaseView View(CaseRow row, Role role = Role.Agent)
    {
        var isQuoted = row.State is not (CaseState.Open or CaseState.Withdrawn);
        var quote = Quote(8_274);
        return new CaseView
        {
            Row = row, Order = Order(), Reason = "Booked the wrong day", OpenedByName = "Ana", Now = Now, Desk = new DeskSettings(),
            Fingerprint = isQuoted ? quote.Fingerprint : null, QuotedAt = isQuoted ? Now.AddMinutes(-1) : null,
            ExpectedBack = isQuoted ? new Money(8_274, "USD") : null, Quotes = isQuoted ? [quote] : [], Timeline = [], Notes = [],
            Request = row.State == CaseState.AwaitingApproval ? Request(Colleague) : null,
            ApprovalsNeeded = isQuoted ? 0 : null, Rights = Rights(role),
        };
    }

    /// <summary>A refund of one of two passengers, quoted at USD 62.74 of 82.74.</summary>
    public static CaseView Refund(CaseState state, PartnerQuote? content = null, Role role = Role.Agent)
    {
        var row = Row(state) with { Number = "R-2026-000001", Kind = CaseKind.Refund, DeadlineAt = null, Deadline = new Deadline { Limit = DeadlineLimit.NoWindow, Certainty = DeadlineCertainty.Certain } };
        var quote = Quote(content ?? Content(6_274) with { Kind = CaseKind.Refund });
        return View(row, role) with
        {
            Order = Order() with { Passengers = [.. Order().Passengers, new OrderPassenger("QIAN", "ER", PassengerType.Adult)] },
            Wish = new RefundWish(RefundReason.Voluntary, [new RefundPassenger("ZHAO", "YIFAN")], null),
            Quotes = state == CaseState.Open ? [] : [quote], ExpectedBack = state == CaseState.Open ? null : quote.Content.SingleEstimate,
        };
    }

    public static ApprovalRequest Request(Guid by) => ApprovalRequest.Ask(
        new ApprovalQuestion(1, 1, "f", new Money(8_274, "USD"), RefundMethod.Cash, 1, Now.AddMinutes(58), "Booked the wrong day"), new Actor(by, "Ben"), Now);

    public static CaseQuote Quote(long back) => Quote(Content(back));

    public static CaseQuote Quote(PartnerQuote content) => new()
    {
        CaseId = 1, QuotedAt = Now.AddMinutes(-1), QuotedByName = "Ana", Fingerprint = "f", Content = content, Deadline = Limit(Now.AddHours(1)), Raw = "{}",
    };

    public static PartnerQuote Content(long back) => new()
    {
        OrderNo = "TESTA20260801000000001", IsPossible = true, OfferId = "q_1", Method = RefundMethod.Cash, FarePaid = new Money(8_274, "USD"), FareBack = new Money(back, "USD"),
        Fee = new Money(300, "USD"), Tickets = [new QuotedTicket("ZHAO", "YIFAN", "1234567890123") { Paid = new Money(8_274, "USD"), Back = new Money(back, "USD") }], QuotedAt = Now,
    };

    public static OrderSnapshot Order() => new()
    {
        OrderNo = "TESTA20260801000000001", Stage = OrderStage.Ticketed, PaymentMethod = PaymentMethod.Deposit, Passengers = [new OrderPassenger("ZHAO", "YIFAN", PassengerType.Adult)], ReadAt = Now,
    };

    public static TimelineEntry Line(string kind, params string[] arguments) => new()
    {
        At = Now, ActorId = Me, ActorName = "Ana", Kind = kind, Arguments = arguments,
    };

    public static CasePresenter Page(CaseState state, Role role = Role.Agent) => new(View(state, role));

    private static Deadline Limit(DateTimeOffset at) => new() { At = at, Limit = DeadlineLimit.SameDay, Certainty = DeadlineCertainty.Certain };
}
