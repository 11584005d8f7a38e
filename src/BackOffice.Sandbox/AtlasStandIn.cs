using BackOffice.Sandbox.Atlas;

namespace BackOffice.Sandbox;

/// <summary>
/// The aggregator in memory: orders, quotations, voids, refunds, their progress on the given clock, and the notices about them.
/// Safe to use from many threads. <see cref="SandboxApp"/> puts it behind HTTP.
/// </summary>
public sealed class AtlasStandIn : IDisposable
{
    private readonly Lock gate = new();
    private readonly TimeProvider clock;
    private readonly CallBook callBook = new();
    private readonly Numbers numbers = new();
    private readonly HashSet<string> ticketsTold = new(StringComparer.Ordinal);
    private readonly Dictionary<(CaseKind Kind, string OrderNo), int> accepted = [];
    private StandInOptions options;

    public AtlasStandIn(TimeProvider clock, StandInOptions? options = null)
    {
        this.clock = clock;
        this.options = options ?? new StandInOptions();
        Desk = new VoidDesk(Orders, numbers, Cases);
        RefundDesk = new RefundDesk(Orders, numbers, Cases);
        Api = new AtlasApi(this);
        Notices = new Notices(this);
        Reset();
    }

    /// <summary>The account and the switches; may be replaced at any time.</summary>
    public StandInOptions Options
    {
        get => Volatile.Read(ref options);
        set => Volatile.Write(ref options, value);
    }

    public Faults Faults { get; } = new();

    public Notices Notices { get; }

    /// <summary>Every call since the last <see cref="Reset"/>, oldest first.</summary>
    public IReadOnlyList<ReceivedCall> Calls => callBook.Calls;

    internal OrderBook Orders { get; } = new();

    internal CaseBook Cases { get; } = new();

    internal VoidDesk Desk { get; }

    internal RefundDesk RefundDesk { get; }

    internal AtlasApi Api { get; }

    internal DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Calls received on a path such as <c>void.do</c>, counted before any fault or check; of one order or of all.</summary>
    public int Count(string path, string? orderNo = null) => callBook.Count(path, orderNo);

    /// <summary>How many voids of this order were accepted over the API: those that move money.</summary>
    public int AcceptedVoids(string orderNo) => Accepted(CaseKind.Void, orderNo);

    /// <summary>How many refunds of passengers of this order were accepted over the API: those that move money.</summary>
    public int AcceptedRefunds(string orderNo) => Accepted(CaseKind.Refund, orderNo);

    /// <summary>The voids of an order, newest first.</summary>
    public IReadOnlyList<VoidState> Voids(string orderNo)
    {
        lock (gate)
        {
            Settle();
            return [.. Cases.Of<VoidCase>(orderNo).Select(Show)];
        }
    }

    /// <summary>The refunds of an order, newest first.</summary>
    public IReadOnlyList<RefundState> Refunds(string orderNo)
    {
        lock (gate)
        {
            Settle();
            return [.. Cases.Of<RefundCase>(orderNo).Select(Show)];
        }
    }

    /// <summary>Every void of every order, oldest first.</summary>
    public IReadOnlyList<VoidState> AllVoids()
    {
        lock (gate)
        {
            Settle();
            return [.. Cases.All.OfType<VoidCase>().Select(Show)];
        }
    }

    /// <summary>Every refund of every order, oldest first.</summary>
    public IReadOnlyList<RefundState> AllRefunds()
    {
        lock (gate)
        {
            Settle();
            return [.. Cases.All.OfType<RefundCase>().Select(Show)];
        }
    }

    /// <summary>
    /// Everything back to the scenes as they are at this moment of the clock: orders, voids, refunds, faults, calls, waiting notices.
    /// The webhook address, the notice policy and the options stay.
    /// </summary>
    public void Reset()
    {
        lock (gate)
        {
            Orders.Clear();
            Cases.Clear();
            Desk.Clear();
            RefundDesk.Clear();
            ticketsTold.Clear();
            accepted.Clear();
            callBook.Clear();
            Faults.Clear();
            Notices.Clear();
            foreach (var scene in Scenes.All)
                Play(scene, new Seeding(Now, scene.OrderNo, scene.AncillaryOrderNo, scene.AirlinePnr, scene.FurtherAncillaryOrderNo));
        }
    }

    /// <summary>Plays a scene once more as an order of its own, with new numbers. Returns the order number.</summary>
    public string CopyOf(Scene scene)
    {
        ArgumentNullException.ThrowIfNull(scene);
        lock (gate)
        {
            var orderNo = numbers.NextOrderNo(Now, 'A');
            var extras = scene.AncillaryOrderNo is null ? null : numbers.NextOrderNo(Now, 'B');
            var furtherExtras = scene.FurtherAncillaryOrderNo is null ? null : numbers.NextOrderNo(Now, 'B');
            Play(scene, new Seeding(Now, orderNo, extras, numbers.NextAirlinePnr(), furtherExtras));
            return orderNo;
        }
    }

    /// <summary>What somebody at the partner decides about the newest void of an order. False when the order has none.</summary>
    public bool SetOutcome(string orderNo, int status, string? reason = null) => Decide<VoidCase>(orderNo, status, reason);

    /// <summary>What somebody at the partner decides about the newest refund of an order. False when the order has none.</summary>
    public bool SetRefundOutcome(string orderNo, int status, string? reason = null) => Decide<RefundCase>(orderNo, status, reason);

    /// <summary>
    /// A colleague voids the order in the partner's portal, past this API. Returns the case code,
    /// or null when the order is unknown or has a void or refund already.
    /// </summary>
    public string? VoidInPortal(string orderNo)
    {
        lock (gate)
        {
            Settle();
            if (!Orders.TryFind(orderNo, out var order) || Desk.SubmitElsewhere(order, Now, Options) is not { } opened)
                return null;

            TellOfNew(opened);
            return opened.Code;
        }
    }

    /// <summary>
    /// A colleague asks for a refund of all passengers, or files a refund claim, in the partner's portal; voids and refunds are refused
    /// from now on. Queries find the refund and not the claim. False when the order is unknown, or has a void or refund already.
    /// </summary>
    public bool RefundInPortal(string orderNo, bool asClaim = false)
    {
        lock (gate)
        {
            Settle();
            if (!Orders.TryFind(orderNo, out var order) || Cases.InTheWay<Case>(orderNo) is not null)
                return false;

            if (asClaim)
                Orders.Put(order with { Void = order.Void with { RefundTrace = RefundTrace.Claim } });
            else if (RefundDesk.SubmitElsewhere(order, Now, Options) is { } opened)
                TellOfNew(opened);
            return true;
        }
    }

    /// <summary>Moves cases and orders to where the clock says they are, and delivers the notices that are due.</summary>
    public async Task PumpAsync(CancellationToken cancellationToken = default)
    {
        lock (gate)
            Settle();
        await Notices.DeliverAsync(cancellationToken);
    }

    public void Dispose() => Notices.Dispose();

    /// <summary>Calls that have come in and are not answered yet: a caller that has left does not end one.</summary>
    public IReadOnlyList<ReceivedCall> RunningCalls => callBook.Running;

    /// <summary>Waits for the first call on a path that comes after the one with that number, whether it is here already or not.</summary>
    public Task<ReceivedCall> NextCallAsync(string path, long after, CancellationToken cancellationToken = default) =>
        callBook.NextAsync(path, after, cancellationToken);

    internal long Receive(string path, string? orderNo, string body, IReadOnlyDictionary<string, string> headers) =>
        callBook.Add(Now, path, orderNo, body, headers);

    internal void End(long call) => callBook.End(call);

    internal string Answer(string path, string body)
    {
        lock (gate)
        {
            Settle();
            return WireJson.Write(Api.Answer(path, body));
        }
    }

    internal void Accepted(Case opened)
    {
        accepted[(opened.Kind, opened.OrderNo)] = accepted.GetValueOrDefault((opened.Kind, opened.OrderNo)) + 1;
        TellOfNew(opened);
    }

    internal int StateOf(Order order) => Options.OrderAfterVoid is OrderAfterVoid.Cancelled && IsGivenBack(order) ? -3 : order.StateAt(Now);

    private bool IsGivenBack(Order order)
    {
        var refunds = Cases.Of<RefundCase>(order.OrderNo).Where(c => c.IsDone).ToList();
        return Cases.Of<VoidCase>(order.OrderNo).Any(c => c.IsDone) || order.Travellers.All(t => refunds.Any(r => r.Takes(t)));
    }

    private int Accepted(CaseKind kind, string orderNo)
    {
        lock (gate)
            return accepted.GetValueOrDefault((kind, orderNo));
    }

    private bool Decide<T>(string orderNo, int status, string? reason)
        where T : Case
    {
        lock (gate)
        {
            Settle();
            if (Cases.Of<T>(orderNo).FirstOrDefault() is not { } found)
                return false;

            var step = CasePlan.Step(found.Kind, TimeSpan.Zero, status, reason);
            found.Decide(step, Now);
            Notices.Tell(found, step);
            return true;
        }
    }

    private void TellOfNew(Case opened) => Notices.Tell(opened, CasePlan.Step(opened.Kind, TimeSpan.Zero, 0));

    private static VoidState Show(VoidCase found) =>
        new(found.OrderNo, found.Code, found.Status, found.CancelReason, found.SubmittedAt);

    private static RefundState Show(RefundCase found) =>
        new(found.OrderNo, found.Code, found.Status, found.CancelReason, found.SubmittedAt, [.. found.Amounts.Order.Travellers.Select(t => t.Name)]);

    private void Play(Scene scene, Seeding seeding)
    {
        foreach (var order in scene.Seed(seeding))
        {
            Orders.Put(order);
            if (order.StateAt(seeding.Now) is 2)
                ticketsTold.Add(order.OrderNo);
        }

        if (scene.FirstSubmission is { } fault)
            Faults.Next("void.do", fault, seeding.OrderNo);
        if (scene.FirstRefund is { } refundFault)
            Faults.Next("refund.do", refundFault, seeding.OrderNo);
        if (scene.VoidedElsewhereBefore is { } ago && Orders.TryFind(seeding.OrderNo, out var voided))
            Desk.SubmitElsewhere(voided, seeding.Now - ago, Options)?.Settle(seeding.Now);
    }

    private void Settle()
    {
        var now = Now;
        foreach (var order in Orders.All.Where(o => o.StateAt(now) is 2 && ticketsTold.Add(o.OrderNo)))
            Notices.Ticketed(order);
        foreach (var open in Cases.All)
            foreach (var step in open.Settle(now))
                Notices.Tell(open, step);
    }
}
