using Simulation.Desks;
using Simulation.Engine;
using Simulation.Partner;

namespace Simulation.Runs;

/// <summary>After the chaos: what is under way ends or dies, the programs run, the partner answers, and time passes until nothing moves.</summary>
internal sealed class Peace(World world)
{
    private const int MostDraining = 400;
    private const int MostRounds = 12;

    private Register Register => world.Desk.Register;

    public void Keep()
    {
        world.Note(world.Trace is null ? null : "peace", "peace", 0);
        if (world.Dice.Chance(400, 0, Purpose.World, 4))
        {
            world.Kill(0);
            world.Kill(1);
        }

        Drain();
        world.IsCalm = true;
        world.Faults.CallOff();
        for (var i = 0; i < world.Instances.Length; i++)
        {
            world.Instances[i].Clock.Skew = TimeSpan.Zero;
            if (world.Instances[i].IsDead)
            {
                world.Start(i);
            }
        }

        // Longer than a lease, and longer than the partner needs to show what it took.
        world.Advance(TimeSpan.FromSeconds(100));
        Round();
        world.Advance(TimeSpan.FromMinutes(11));
        End();
        Tell();
        Round(isLast: true);
        for (var i = 0; i < MostRounds && IsMoving(); i++)
        {
            world.Advance(UntilNext());
            End();
            Round();
        }
    }

    /// <summary>Everybody who is in the middle of something comes to the end of it; late requests arrive.</summary>
    private void Drain()
    {
        for (var i = 0; i < MostDraining; i++)
        {
            if (world.Network.Packets.FirstOrDefault(p => !p.IsOver) is { } packet)
            {
                world.Network.Arrive(packet, answer => new Reply(200, answer));
            }
            else if (world.Runnable.FirstOrDefault() is { } standing)
            {
                world.Resume(standing, int.MaxValue);
            }
            else if (world.Fibres.Any(f => !f.IsEnded && f.Home is Instance { IsDead: false }) && world.Clock.NextTimer is { } next)
            {
                world.Advance(next - world.Clock.Now);
            }
            else
            {
                return;
            }
        }

        throw new InvalidOperationException("Something never ends.");
    }

    /// <param name="isLast">Whatever is unknown is asked about, also where that has been done before.</param>
    private void Round(bool isLast = false)
    {
        var desk = world.Instances[0];
        if (Register.Rows("SELECT 1 FROM Attempts WHERE State = 'planned' AND NOT IsByHand LIMIT 1").Count > 0)
        {
            world.Begin("sender", desk, () => desk.DispatchRound.ExecuteAsync(default), int.MaxValue);
        }

        if (world.IsRestored)
        {
            world.Begin("recovery", desk, desk.RecoverAsync, int.MaxValue);
        }

        if (IsMoving() || (isLast && Register.Rows("SELECT 1 FROM Cases WHERE State IN ('outcome-unknown', 'awaiting-approval')").Count > 0) || Register.Rows("SELECT 1 FROM Notices WHERE ProcessedAt IS NULL LIMIT 1").Count > 0)
        {
            world.Begin("reconciler", desk, desk.ReconcileAsync, int.MaxValue);
        }
    }

    private bool IsMoving() => Register.Rows(
        """
        SELECT 1 FROM Cases WHERE (State = 'queued' AND NOT IsByHand) OR State IN ('sending', 'following') OR (State = 'outcome-unknown' AND Asks < 3 AND NextAskAt IS NOT NULL)
        UNION ALL SELECT 1 FROM Attempts WHERE State = 'sending' OR (State = 'planned' AND NOT IsByHand)
        UNION ALL SELECT 1 FROM Recoveries WHERE EndedAt IS NULL LIMIT 1
        """).Count > 0;

    private TimeSpan UntilNext()
    {
        var next = Register.Rows(
            """
            SELECT MAX(At) FROM (
                SELECT NextAskAt AS At FROM Cases WHERE IsOpen
                UNION ALL SELECT AskAt FROM Attempts
                UNION ALL SELECT NextAt FROM RecoveryQuestions WHERE MarkId IN (SELECT Id FROM Recoveries WHERE EndedAt IS NULL))
            """)[0][0] is long ask ? DateTimeOffset.FromUnixTimeMilliseconds(ask) : world.Clock.Now;
        var wait = next - world.Clock.Now;
        return wait > TimeSpan.FromSeconds(30) ? wait : TimeSpan.FromSeconds(30);
    }

    /// <summary>AsiaBill's notices of everything that it took, in most worlds.</summary>
    private void Tell()
    {
        if (!world.Dice.Chance(700, 0, Purpose.World, 15))
        {
            return;
        }

        var post = new CardPost(world);
        foreach (var (at, told) in world.Books.Cards.All.ToList().Index())
        {
            told.IsTold = true;
            post.TellOf(told, isForged: false, world.Instances[0], int.MaxValue, 100_000 + at);
        }
    }

    /// <summary>The partners come to their end with everything.</summary>
    private void End()
    {
        foreach (var (at, held) in world.Books.Orders.SelectMany(o => o.Taken).Where(t => t.Status is 0 or 1 or 3).Concat(world.Books.Cards.All.Where(t => t.Status is not (1 or 2))).ToList().Index())
        {
            held.Status = world.Dice.Pick(world.EndingsOf(held), 0, Purpose.Books, 100 + at);
        }
    }
}
