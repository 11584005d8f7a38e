using BackOffice.Sandbox.Atlas;

namespace BackOffice.Sandbox;

/// <summary>A void as the partner keeps it.</summary>
public sealed record VoidState(string OrderNo, string VoidCode, int Status, string CancelReason, DateTimeOffset SubmittedAt);

/// <summary>
/// The aggregator in memory: orders, quotations, voids, their progress on the given clock, and the notices about them.
/// Safe to use from many threads. <see cref="SandboxApp"/> puts it behind HTTP.
/// </summary>
public sealed class AtlasStandIn : IDisposable
{
    private readonly Lock gate = new();
    private readonly TimeProvider clock;
    private readonly CallBook callBook = new();
    private readonly Numbers numbers = new();
    private readonly HashSet<string> ticketsTold = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> acceptedVoids = new(StringComparer.Ordinal);
    private StandInOptions options;

    public AtlasStandIn(TimeProvider clock, StandInOptions? options = null)
    {
        this.clock = clock;
        this.options = options ?? new StandInOptions();
        Desk = new VoidDesk(Orders, numbers);
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

    internal VoidDesk Desk { get; }

    internal AtlasApi Api { get; }

    internal DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Calls received on a path such as <c>void.do</c>, counted before any fault or check; of one order or of all.</summary>
    public int Count(string path, string? orderNo = null) => callBook.Count(path, orderNo);

    /// <summary>How many voids of this order were accepted over the API: those that move money.</summary>
    public int AcceptedVoids(string orderNo)
    {
        lock (gate)
            return acceptedVoids.GetValueOrDefault(orderNo);
    }

    /// <summary>The voids of an order, newest first.</summary>
    public IReadOnlyList<VoidState> Voids(string orderNo)
    {
        lock (gate)
        {
            Settle();
            return [.. Desk.CasesOf(orderNo).Select(Show)];
        }
    }

    /// <summary>Every void of every order, oldest first.</summary>
    public IReadOnlyList<VoidState> AllVoids()
    {
        lock (gate)
        {
            Settle();
            return [.. Desk.Cases.Select(Show)];
        }
    }

    /// <summary>
    /// Everything back to the scenes as they are at this moment of the clock: orders, voids, faults, calls, waiting notices.
    /// The webhook address, the notice policy and the options stay.
    /// </summary>
    public void Reset()
    {
        lock (gate)
        {
            Orders.Clear();
            Desk.Clear();
            ticketsTold.Clear();
            acceptedVoids.Clear();
            callBook.Clear();
            Faults.Clear();
            Notices.Clear();
            foreach (var scene in Scenes.All)
                Play(scene, new Seeding(Now, scene.OrderNo, scene.AncillaryOrderNo, scene.AirlinePnr));
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
            Play(scene, new Seeding(Now, orderNo, extras, numbers.NextAirlinePnr()));
            return orderNo;
        }
    }

    /// <summary>What somebody at the partner decides about the newest void of an order. False when the order has none.</summary>
    public bool SetOutcome(string orderNo, int status, string? reason = null)
    {
        lock (gate)
        {
            Settle();
            if (Desk.CasesOf(orderNo).FirstOrDefault() is not { } found)
                return false;

            found.Decide(new VoidStep(TimeSpan.Zero, status, reason, VoidPlan.MessageOf(status)), Now);
            Notices.Void(found, VoidPlan.MessageOf(status));
            return true;
        }
    }

    /// <summary>
    /// A colleague voids the order in the partner's portal, past this API. Returns the case code,
    /// or null when the order is unknown or has a void already.
    /// </summary>
    public string? VoidInPortal(string orderNo)
    {
        lock (gate)
        {
            Settle();
            if (!Orders.TryFind(orderNo, out var order) || Desk.SubmitElsewhere(order, Now, Options) is not { } opened)
                return null;

            Notices.Void(opened, VoidPlan.MessageOf(0));
            return opened.VoidCode;
        }
    }

    /// <summary>
    /// A colleague asks for a refund, or files a refund claim, in the partner's portal; voids are refused from now on.
    /// False when the order is unknown.
    /// </summary>
    public bool RefundInPortal(string orderNo, bool asClaim = false)
    {
        lock (gate)
        {
            if (!Orders.TryFind(orderNo, out var order))
                return false;

            Orders.Put(order with { Void = order.Void with { RefundTrace = asClaim ? RefundTrace.Claim : RefundTrace.Refund } });
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

    internal void Accepted(VoidCase opened)
    {
        acceptedVoids[opened.OrderNo] = acceptedVoids.GetValueOrDefault(opened.OrderNo) + 1;
        Notices.Void(opened, VoidPlan.MessageOf(0));
    }

    internal int StateOf(Order order) =>
        Options.OrderAfterVoid is OrderAfterVoid.Cancelled && Desk.CasesOf(order.OrderNo).Any(c => c.IsDone)
            ? -3
            : order.StateAt(Now);

    private static VoidState Show(VoidCase found) =>
        new(found.OrderNo, found.VoidCode, found.Status, found.CancelReason, found.SubmittedAt);

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
        if (scene.VoidedElsewhereBefore is { } ago && Orders.TryFind(seeding.OrderNo, out var voided))
            Desk.SubmitElsewhere(voided, seeding.Now - ago, Options)?.Settle(seeding.Now);
    }

    private void Settle()
    {
        var now = Now;
        foreach (var order in Orders.All.Where(o => o.StateAt(now) is 2 && ticketsTold.Add(o.OrderNo)))
            Notices.Ticketed(order);
        foreach (var open in Desk.Cases)
            foreach (var step in open.Settle(now))
                Notices.Void(open, step);
    }
}
