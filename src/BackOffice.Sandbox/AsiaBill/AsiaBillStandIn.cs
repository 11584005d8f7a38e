using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using BackOffice.Sandbox.AsiaBill;

namespace BackOffice.Sandbox;

/// <summary>
/// The card processor in memory: payments, refunds, their progress on the given clock, and the notices about them.
/// Safe to use from many threads. <see cref="SandboxApp"/> puts it behind HTTP.
/// </summary>
public sealed class AsiaBillStandIn : IDisposable
{
    /// <summary>The POST that moves money, as faults and counts name it.</summary>
    public const string RefundPath = "openApi/V2022-03/refund";

    /// <summary>The GET of any refund, as faults and counts name it: the braces are part of the name.</summary>
    public const string LookUpPath = "openApi/V2022-03/refund/{batchNo}";

    private readonly Lock gate = new();
    private readonly TimeProvider clock;
    private readonly CallBook callBook = new();
    private readonly RequestIds ids = new();
    private readonly RefundDesk desk = new();
    private readonly Dictionary<string, int> recorded = new(StringComparer.Ordinal);
    private AsiaBillOptions options;
    private int lastCopy = 50_000_000;

    public AsiaBillStandIn(TimeProvider clock, AsiaBillOptions? options = null)
    {
        this.clock = clock;
        this.options = options ?? new AsiaBillOptions();
        Notices = new AsiaBillNotices(this);
        Reset();
    }

    /// <summary>The account and the switches; may be replaced at any time.</summary>
    public AsiaBillOptions Options
    {
        get => Volatile.Read(ref options);
        set => Volatile.Write(ref options, value);
    }

    public Faults Faults { get; } = new();

    public AsiaBillNotices Notices { get; }

    /// <summary>Every call since the last <see cref="Reset"/>, oldest first; their <c>OrderNo</c> is the <c>tradeNo</c>.</summary>
    public IReadOnlyList<ReceivedCall> Calls => callBook.Calls;

    /// <inheritdoc cref="AtlasStandIn.RunningCalls"/>
    public IReadOnlyList<ReceivedCall> RunningCalls => callBook.Running;

    public IReadOnlyList<CardPayment> Payments
    {
        get
        {
            lock (gate)
                return [.. desk.Payments];
        }
    }

    internal DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Calls received on <see cref="RefundPath"/> or <see cref="LookUpPath"/>, counted before any fault or check; of one payment or of all.</summary>
    public int Count(string path, string? tradeNo = null) => callBook.Count(path, tradeNo);

    /// <summary>How many refunds of this payment were recorded over the API: those that move money.</summary>
    public int RecordedRefunds(string tradeNo)
    {
        lock (gate)
            return recorded.GetValueOrDefault(tradeNo);
    }

    /// <summary>The refunds of a payment, newest first, however they were made.</summary>
    public IReadOnlyList<CardRefund> RefundsOf(string tradeNo)
    {
        lock (gate)
        {
            Settle();
            return [.. desk.CasesOf(tradeNo).Reverse().Select(c => c.Show())];
        }
    }

    /// <summary>Every refund of every payment, oldest first.</summary>
    public IReadOnlyList<CardRefund> AllRefunds()
    {
        lock (gate)
        {
            Settle();
            return [.. desk.Cases.Select(c => c.Show())];
        }
    }

    /// <summary>
    /// Everything back to the scenes as they are at this moment of the clock: payments, refunds, numbers of calls, faults, calls,
    /// waiting notices. The callback address, the notice policy and the options stay.
    /// </summary>
    public void Reset()
    {
        lock (gate)
        {
            desk.Clear();
            recorded.Clear();
            ids.Clear();
            callBook.Clear();
            Faults.Clear();
            Notices.Clear();
            foreach (var scene in PaymentScenes.All)
                Play(scene, scene.TradeNo, scene.RefundedBefore?.BatchNo);
        }
    }

    /// <summary>A customer pays: one more payment, or another in the place of one with that number.</summary>
    public void Pay(CardPayment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        lock (gate)
            desk.Put(payment);
    }

    /// <summary>Plays a scene once more as a payment of its own. Returns its number.</summary>
    public string CopyOf(PaymentScene scene)
    {
        ArgumentNullException.ThrowIfNull(scene);
        lock (gate)
        {
            var tradeNo = string.Create(CultureInfo.InvariantCulture, $"{Now:yyyyMMddHHmmss}{++lastCopy}");
            Play(scene, tradeNo, scene.RefundedBefore is null ? null : desk.NextBatchNo());
            return tradeNo;
        }
    }

    /// <summary>What somebody at AsiaBill decides about a refund. False when there is none with that number.</summary>
    public bool SetOutcome(string batchNo, CardRefundStatus status, string? description = null)
    {
        lock (gate)
        {
            Settle();
            if (desk.ByBatch(batchNo) is not { } found)
                return false;

            found.Decide(new RefundStep(TimeSpan.Zero, status, description ?? "Decided by hand."));
            Notices.Tell(found, status, Now);
            return true;
        }
    }

    /// <summary>
    /// Somebody refunds in AsiaBill's own back office, past this API. Returns the refund's number,
    /// or null when the payment is unknown or has less than that left.
    /// </summary>
    public string? RefundInPortal(string tradeNo, decimal amount)
    {
        lock (gate)
        {
            if (desk.Find(tradeNo) is not { } payment || amount <= 0 || amount > desk.RefundableOf(payment))
                return null;

            var asked = new RefundRequest(tradeNo, amount == payment.Amount ? RefundRequest.Whole : RefundRequest.Part, amount, "Back office", "", "");
            return desk.Record(desk.NextBatchNo(), payment, asked, Now, RefundStep.Of(payment.Course, Options)).BatchNo;
        }
    }

    /// <summary>Moves refunds to where the clock says they are, and delivers the notices that are due.</summary>
    public async Task PumpAsync(CancellationToken cancellationToken = default)
    {
        lock (gate)
            Settle();
        await Notices.DeliverAsync(cancellationToken);
    }

    /// <inheritdoc cref="AtlasStandIn.NextCallAsync"/>
    public Task<ReceivedCall> NextCallAsync(string path, long after, CancellationToken cancellationToken = default) =>
        callBook.NextAsync(path, after, cancellationToken);

    public void Dispose() => Notices.Dispose();

    internal long Receive(CardCall call) => callBook.Add(Now, call.Path, call.TradeNo, Encoding.UTF8.GetString(call.Body), call.Headers);

    internal void End(long call) => callBook.End(call);

    /// <summary>Whether this call is the first with its number within the half hour; from now on no other is. One without a number is.</summary>
    internal bool TakeId(CardCall call) => call.Header("request-id") is not { } id || ids.Take(id, Now);

    internal string? TradeNoOf(string batchNo)
    {
        lock (gate)
            return desk.ByBatch(batchNo)?.Payment.TradeNo;
    }

    internal RefundCase? CaseOf(string batchNo)
    {
        lock (gate)
            return desk.ByBatch(batchNo);
    }

    internal bool HasMoreToCome(string tradeNo)
    {
        lock (gate)
            return desk.CasesOf(tradeNo).Any(c => c.HasMoreToCome);
    }

    internal decimal RefundableOf(CardPayment payment)
    {
        lock (gate)
        {
            Settle();
            return desk.RefundableOf(payment);
        }
    }

    internal JsonObject Answer(CardCall call, bool isFirst)
    {
        lock (gate)
        {
            Settle();
            try
            {
                CallCheck.Pass(call, isFirst, Now, Options);
                return CardJson.Refund(call.Path switch
                {
                    RefundPath => Open(call.Body),
                    LookUpPath => desk.ByBatch(call.BatchNo!) ?? throw new AsiaBillRefusedException(AsiaBillCodes.NoSuchTransaction),
                    _ => throw new AsiaBillRefusedException(AsiaBillCodes.WrongAddress),
                }, Options);
            }
            catch (AsiaBillRefusedException refused)
            {
                return CardJson.Refused(refused.Code, refused.Text);
            }
        }
    }

    private RefundCase Open(byte[] body)
    {
        var asked = RefundRequest.Read(body);
        var opened = desk.Open(asked, Now, Options);
        recorded[asked.TradeNo] = recorded.GetValueOrDefault(asked.TradeNo) + 1;
        Settle();
        return opened;
    }

    private void Play(PaymentScene scene, string tradeNo, string? batchNo)
    {
        var payment = scene.Payment(tradeNo, Now);
        desk.Put(payment);
        if (scene.FirstRefund is { } fault)
            Faults.Next(RefundPath, fault, tradeNo);
        if (scene.RefundedBefore is { } before && batchNo is not null)
        {
            var asked = new RefundRequest(tradeNo, RefundRequest.Part, before.Amount, "Earlier refund", "Earlier refund", "EARLIER-1");
            desk.Record(batchNo, payment, asked, payment.PaidAt.AddHours(1), [RefundStep.Success(TimeSpan.FromMinutes(5))]).Settle(Now);
        }
    }

    private void Settle()
    {
        var now = Now;
        foreach (var refund in desk.Cases.Where(c => c.HasMoreToCome))
            foreach (var (step, at) in refund.Settle(now))
                Notices.Tell(refund, step.Status, at);
    }
}
