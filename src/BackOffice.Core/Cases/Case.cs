using BackOffice.Core.Access;
using BackOffice.Core.Orders;
using BackOffice.Core.Payments;
using BackOffice.Core.Values;

namespace BackOffice.Core.Cases;

/// <summary>One wish to take an order back, from the customer's call to the last cent. Changed only through <see cref="Apply"/>.</summary>
public sealed partial class Case
{
    private readonly List<TimelineEntry> timeline = [];

    private Case()
    {
    }

    public long Id { get; private set; }
    public string Number { get; private set; } = "";
    public int Year { get; private set; }
    public int Sequence { get; private set; }
    public CaseKind Kind { get; private set; }
    public string OrderNo { get; private set; } = "";

    /// <summary>Of a refund: whose tickets, and why.</summary>
    public RefundWish? Wish { get; private set; }

    /// <summary>Of a card refund: which payment, and how much of it.</summary>
    public CardWish? Card { get; private set; }

    /// <summary>Stored beside <see cref="Card"/> for looking it up.</summary>
    public string? TradeNo { get; private set; }

    /// <summary>Of a card refund: the void or refund whose other leg it is.</summary>
    public long? SupplierCaseId { get; private set; }

    /// <summary>Of a card refund while sending is off: what is permitted is carried out by a person.</summary>
    public bool IsByHand { get; private set; }
    public string? AirlinePnr { get; private set; }
    public string? Airline { get; private set; }
    public string Route { get; private set; } = "";
    public DateOnly? DepartsOn { get; private set; }
    public int PassengerCount { get; private set; }
    public PaymentMethod Payment { get; private set; }

    /// <summary>The order as it was read when the case was opened or last quoted.</summary>
    public OrderSnapshot Order { get; private set; } = null!;
    public CaseState State { get; private set; }

    public bool IsOpen { get; private set; }

    /// <summary>
    /// What no other case may be opened for while this one stands as it does, for the unique index: the order, of a void until it has ended, of
    /// a refund until the partner has it; of a card refund the payment, until AsiaBill has it. Null where it holds nothing.
    /// </summary>
    public string? Holds { get; private set; }

    /// <summary>Counted up with every change; a stale save is refused.</summary>
    public int Version { get; private set; }
    public string Reason { get; private set; } = "";
    public Guid OpenedById { get; private set; }
    public string OpenedByName { get; private set; } = "";
    public DateTimeOffset OpenedAt { get; private set; }
    public Guid OwnerId { get; private set; }
    public string OwnerName { get; private set; } = "";
    public DateTimeOffset ChangedAt { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>What the customer was told last; its day stands beside it, for looking it up.</summary>
    public CasePromise? Promise { get; private set; }
    public DateOnly? PromisedOn { get; private set; }

    public long? QuoteId { get; private set; }
    public string? Fingerprint { get; private set; }
    public Money? AtStake { get; private set; }
    public DateTimeOffset? QuotedAt { get; private set; }
    public Deadline? Deadline { get; private set; }
    public DateTimeOffset? DeadlineAt { get; private set; }

    /// <summary>The newest no of the partner or of the check before sending, by its name; cleared by the next yes.</summary>
    public string? LastRefusal { get; private set; }
    public string? LastRefusalCode { get; private set; }

    public string? PartnerRef { get; private set; }
    public int? PartnerStatus { get; private set; }
    public DateTimeOffset? PartnerStatusAt { get; private set; }
    public string? CancelReason { get; private set; }
    public Money? ExpectedBack { get; private set; }
    public Money? ActualBack { get; private set; }

    /// <summary>What a person saw coming back on the agency's own card; Atlas cannot know it.</summary>
    public Money? SeenOnCard { get; private set; }
    public DateOnly? ExpectedRefundOn { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }
    public DateTimeOffset? AcceptedAt { get; private set; }

    /// <summary>Why a person must look: a status that cannot be, or one nobody lists; of a card refund also that AsiaBill speaks of one more under another number.</summary>
    public string? Flag { get; private set; }

    /// <summary>When the worker asks the partner next; null when nothing is to be asked.</summary>
    public DateTimeOffset? NextAskAt { get; private set; }
    public int Asks { get; private set; }
    public DateTimeOffset? LastAskedAt { get; private set; }
    public DateTimeOffset? UnknownSince { get; private set; }
    public string? UnknownReason { get; private set; }

    /// <summary>How many of the newest answers since the unknown send said clearly that nothing is there.</summary>
    public int ClearNothings { get; private set; }

    /// <summary>
    /// Of a card refund: a number that a notice named for one of its permits and that waits for AsiaBill's answer. The permit holds it; here it is for
    /// eyes and for guards. While it stands nothing more of the payment is given back.
    /// </summary>
    public string? HintedRef { get; private set; }

    public IReadOnlyList<TimelineEntry> Timeline => timeline;

    public CaseFacts Facts => new(State, Payment, Flag is not null, Kind, IsByHand);

    public CaseSubject Subject => new(Kind, Order, Wish, Card);

    /// <summary>What at most one undecided case and one permit may be about: the order, or the card payment.</summary>
    public string HoldKey => Card?.HoldKey ?? OrderNo;

    /// <summary>A new case for an order that was just read: a void, or with a wish a refund. The first timeline line is on it.</summary>
    /// <param name="insteadOf">The number of the case that it goes on from.</param>
    public static Case Open(OrderSnapshot order, int year, int sequence, string reason, Actor actor, DateTimeOffset now, RefundWish? wish = null, string? insteadOf = null)
    {
        var kind = wish is null ? CaseKind.Void : CaseKind.Refund;
        var opened = new Case
        {
            Kind = kind, Wish = wish, Number = CaseNumber.Of(kind, year, sequence), Year = year, Sequence = sequence, OrderNo = order.OrderNo, Reason = reason,
            OpenedById = actor.Id, OpenedByName = actor.Name, OpenedAt = now, OwnerId = actor.Id, OwnerName = actor.Name,
            State = CaseState.Open, IsOpen = true,
        };
        opened.See(order);
        return opened.Begin(insteadOf is null ? CaseInput.Words(order.OrderNo) : CaseInput.Words(order.OrderNo, insteadOf), actor, now);
    }

    /// <summary>The customer's leg of a void or refund: a card payment that is given back in whole or in part.</summary>
    public static Case OpenCard(Case supplier, CardWish card, int year, int sequence, string reason, Actor actor, DateTimeOffset now)
    {
        var opened = new Case
        {
            Kind = CaseKind.CardRefund, Card = card, TradeNo = card.TradeNo, SupplierCaseId = supplier.Id, Number = CaseNumber.Of(CaseKind.CardRefund, year, sequence),
            Year = year, Sequence = sequence, OrderNo = supplier.OrderNo, Reason = reason, AtStake = card.Amount,
            OpenedById = actor.Id, OpenedByName = actor.Name, OpenedAt = now, OwnerId = actor.Id, OwnerName = actor.Name,
            State = CaseState.Open, IsOpen = true,
        };
        opened.See(supplier.Order);
        return opened.Begin(CaseInput.Words(supplier.OrderNo), actor, now);
    }

    /// <summary>Lets something happen: asks the machine, moves, and writes the timeline line, or gives back the machine's refusal untouched.</summary>
    public Outcome<CaseState> Apply(CaseInput input, Actor actor, DateTimeOffset now)
    {
        var decision = CaseMachine.Decide(Facts, input);
        if (decision.Refusal is { } refusal)
        {
            return refusal;
        }

        Note(input, actor, now);
        State = decision.Next;
        if (decision.Flag)
        {
            Flag = "impossible-status";
        }

        if (State != CaseState.OutcomeUnknown)
        {
            (UnknownSince, UnknownReason, ClearNothings) = (null, null, 0);
        }

        IsOpen = !CaseStates.IsFinal(State);
        Holds = CaseHolds.Of(Kind, HoldKey, State);
        (ClosedAt, NextAskAt) = IsOpen ? (ClosedAt, NextAskAt) : (ClosedAt ?? now, null);

        Write(input, actor, now);
        return State;
    }

    /// <summary>Puts a fresh quote on the case; <see cref="Apply"/> says what follows from it.</summary>
    public void SetQuote(CaseQuote quote, Deadline deadline)
    {
        QuoteId = quote.Id;
        QuotedAt = quote.QuotedAt;
        Fingerprint = quote.Fingerprint;
        AtStake = quote.Content.SingleEstimate ?? AtStake;
        ExpectedBack = quote.Content.SingleEstimate;
        Deadline = deadline;
        DeadlineAt = deadline.At;
        (LastRefusal, LastRefusalCode) = (null, null);
    }

    /// <summary>Whether the permit that was just given is carried out by a person.</summary>
    public void SetByHand(bool isByHand) => IsByHand = isByHand;

    public void SetSeenOnCard(Money amount) => SeenOnCard = amount;

    public void SetRefusal(Refusal refusal) => (LastRefusal, LastRefusalCode) = (refusal.Name, refusal.PartnerCode);

    public void See(OrderSnapshot order)
    {
        Order = order;
        // As people search for it: capital letters, whatever the partner writes.
        AirlinePnr = order.AirlinePnr?.ToUpperInvariant();
        Airline = order.Airline;
        Route = order.Route;
        DepartsOn = order.Segments.Count > 0 && order.Segments[0].DepartsLocal is { } departs ? DateOnly.FromDateTime(departs) : null;
        PassengerCount = Wish?.Passengers.Count ?? order.Passengers.Count;
        Payment = order.PaymentMethod;
        AtStake ??= order.Total;
    }

    /// <summary>Whether it says more than the case already knows.</summary>
    public bool IsNews(PartnerProgress seen) => seen.Status != PartnerStatus || (ActualSums.Of(Subject, Payment, seen) is { } actual && actual != ActualBack);

    /// <summary>Plans the next question to the partner, or none. Nobody asks about a closed case.</summary>
    public void AskAt(DateTimeOffset? next) => NextAskAt = IsOpen ? next : null;

    /// <summary>Remembers that a question was put, whatever came back.</summary>
    /// <param name="heard">What it says of an unknown send: three in a row that nothing is there, with silence between them or without, let a person decide.</param>
    public void Asked(DateTimeOffset now, DateTimeOffset? next, Heard heard)
    {
        Asks++;
        LastAskedAt = now;
        AskAt(next);
        ClearNothings = heard switch { Heard.Nothing => ClearNothings + 1, Heard.Silence => ClearNothings, Heard.Something => 0 };
    }

    /// <summary>Shows the number that waits for its answer, or that none does.</summary>
    public void Hint(string? reference) => HintedRef = reference;

    /// <summary>
    /// Has a person look: AsiaBill speaks of a refund of this case under another number than the one on file. Moves nothing; nobody looks at a closed case,
    /// and one that begins anew shows its earlier attempts anyway.
    /// </summary>
    public void FlagOtherNumber() => Flag = State is CaseState.Following or CaseState.OutcomeUnknown ? Flag ?? "other-number" : Flag;

    /// <summary>Plans the questions about a send of which nobody knows. AsiaBill answers about a number only, which is what is not known.</summary>
    public void AskAboutUnknown(DateTimeOffset now) => AskAt(Kind == CaseKind.CardRefund ? null : now);

    private Case Begin(IReadOnlyList<string> words, Actor actor, DateTimeOffset now)
    {
        Holds = CaseHolds.Of(Kind, HoldKey, State);
        Write(new CaseInput.Opened { Arguments = words }, actor, now);
        return this;
    }
}
