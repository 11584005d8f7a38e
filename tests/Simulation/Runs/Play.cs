using System.Globalization;
using System.Text.Json;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Reconciliation;
using Simulation.Desks;
using Simulation.Partner;

namespace Simulation.Runs;

/// <summary>One case in calm times, opened and brought to a place with the production's use cases.</summary>
/// <param name="kept">A place on the way of which a backup is wanted, or any other.</param>
internal sealed class Play(World world, Line line, Figures figures, Start kept = Start.Nothing)
{
    private readonly Instance desk = world.Instances[0];
    private readonly Person agent = world.Staff[0];

    public Backup? Backup { get; private set; }

    public void To(Start place)
    {
        if (place == Start.Nothing)
        {
            return;
        }

        Do(world, "open", 0, Open);
        Keep(Start.RestoredOpen);
        var seen = Look();
        Do(world, "quote", 0, async () => (await desk.QuoteCase.ExecuteAsync(agent.Actor, seen.Number, default)).Require());
        seen = Look();
        Keep(Start.RestoredQuoted);
        if (place == Start.Quoted)
        {
            return;
        }

        if (place != Start.Asked && kept != Start.RestoredAsked && figures is { IsVoucher: false, IsGuess: false, Minor: <= People.FreeUpTo })
        {
            Do(world, "permit", 0, async () => (await desk.PermitSend.ExecuteAsync(agent.Actor, new PermitSendInput(seen.Number, seen.Fingerprint!, "As asked."), default)).Require());
        }
        else
        {
            Do(world, "ask", 0, async () => (await desk.AskForApproval.ExecuteAsync(agent.Actor, new AskForApprovalInput(seen.Number, seen.Fingerprint!, "As asked."), default)).Require());
        }

        Keep(Start.RestoredAsked);
        if (place == Start.Asked)
        {
            return;
        }

        Approve();
        if (place == Start.Queued)
        {
            return;
        }

        world.Network.NextSubmission = place switch { Start.UnknownTaken => Fate.TakenAndLost, Start.UnknownLost or Start.NotThere or Start.GivenUp or Start.Named => Fate.NeverArrives, _ => Fate.Answered };
        Do(world, "sender", -1, () => desk.DispatchRound.ExecuteAsync(default));
        if (place is Start.NotThere or Start.GivenUp or Start.Named)
        {
            Settle(place == Start.GivenUp ? UnknownDecision.Close : UnknownDecision.NotSent);
        }

        if (place == Start.Named)
        {
            // Its notice is quicker than its own questions are.
            var taken = TakeWhatWasLost(world, world.Clock.Now + TimeSpan.FromMinutes(10));
            new CardPost(world).TellOf(taken, isForged: false, desk, int.MaxValue, 0);
            Do(world, "reconciler", -1, desk.ReconcileAsync);
        }
    }

    /// <summary>AsiaBill had the card refund that a person took for lost, and may still tell of it.</summary>
    public static Submitted TakeWhatWasLost(World world, DateTimeOffset visibleAt)
    {
        var lost = world.Desk.Register.Rows("SELECT Body FROM Attempts WHERE Kind = 'card' AND State = 'abandoned' ORDER BY PlannedAt DESC LIMIT 1")[0];
        using var body = JsonDocument.Parse((string)lost[0]!);
        var payment = world.Books.Cards.Of(body.RootElement.GetProperty("tradeNo").GetString()!)!;
        var minor = (long)(decimal.Parse(body.RootElement.GetProperty("refundAmount").GetString()!, CultureInfo.InvariantCulture) * 100);
        return world.Books.Cards.TakeLate(payment, body.RootElement.GetProperty("merTrackNo").GetString()!, minor, visibleAt);
    }

    public static void Do(World world, string name, int person, Func<Task> work)
    {
        var fibre = world.Begin(name, world.Instances[0], work, int.MaxValue, person);
        if (fibre.Fault is { } fault || !fibre.IsEnded)
        {
            throw new InvalidOperationException($"The prologue failed at {name}, which stands at {fibre.Whereabouts}.", fibre.Fault);
        }

        world.Advance(TimeSpan.FromSeconds(5));
    }

    private async Task Open()
    {
        var opened = line switch
        {
            Line.Void => await desk.OpenVoidCase.ExecuteAsync(agent.Actor, new OpenVoidCaseInput(Prologue.OrderNo, "Booked the wrong day."), default),
            Line.Refund => await desk.OpenRefundCase.ExecuteAsync(agent.Actor, new OpenRefundCaseInput(Prologue.OrderNo, Prologue.WishFor(["ALPHA"]), "Booked the wrong day."), default),
            Line.Card => await desk.PrepareCardRefund.ExecuteAsync(agent.Actor, Prologue.CardWish("V-2026-000001", figures.Minor), default),
        };
        opened.Require();
    }

    private void Approve()
    {
        foreach (var number in (int[])[3, 2])
        {
            if (Look() is { RequestId: { } request, RequestFingerprint: { } figuresSeen })
            {
                Do(world, "decide", number, async () => (await desk.Decide.ExecuteAsync(world.Staff[number].Actor, new DecideInput(request, true, figuresSeen, null), default)).Require());
            }
        }
    }

    private void Settle(UnknownDecision decision)
    {
        world.Advance(TimeSpan.FromMinutes(11));
        var number = Look().Number;
        Do(world, "decide-unknown " + decision, 3, async () => (await desk.DecideUnknown.ExecuteAsync(world.Staff[3].Actor, new DecideUnknownInput(number, decision, "Looked.", null), default)).Require());
        if (decision == UnknownDecision.NotSent)
        {
            Do(world, "quote", 0, async () => (await desk.QuoteCase.ExecuteAsync(agent.Actor, number, default)).Require());
        }
    }

    private void Keep(Start place) => Backup = kept == place ? new Backup(world.Desk.Capture(), world.Clock.Now, world.Staff, world.Cases) : Backup;

    private Screen Look() => Screen.Look(world.Desk.Register, Prologue.OrderNo)!;
}
