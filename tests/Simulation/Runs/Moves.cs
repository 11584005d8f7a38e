using Simulation.Desks;
using Simulation.Engine;
using Simulation.Partner;

namespace Simulation.Runs;

/// <summary>Chooses what happens next while nothing is promised: who goes on, what arrives, what breaks.</summary>
internal sealed class Moves
{
    private const int MostAtOnce = 6;

    private static readonly string[] Names = ["go", "wire", "person", "sender", "reconciler", "time", "airline", "notice", "office", "recovery", "kill", "power", "clock", "disk", "backup", "restore"];

    private readonly World world;
    private readonly Dice dice;
    private readonly bool[] isAllowed;
    private readonly Crowd crowd;
    private readonly Weather weather;

    public Moves(World world, Limits limits)
    {
        this.world = world;
        dice = world.Dice;
        isAllowed = [.. Names.Select(n => !limits.Without.Contains(n))];
        crowd = new Crowd(world);
        weather = new Weather(world, limits, dice.Below(6, 0, Purpose.World, 5));
    }

    /// <summary>The kinds of moves there are; shrinking leaves some out.</summary>
    public static IReadOnlyList<string> All => Names;

    private int Burst => dice.Pick<int>([0, 0, 1, 2, 4, 8, 200, 200, 200], world.Step, Purpose.Burst);

    public void Make()
    {
        Span<int> weights = stackalloc int[Names.Length];
        Weigh(weights);
        var total = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = isAllowed[i] ? weights[i] : 0;
            total += weights[i];
        }

        var roll = dice.Below(Math.Max(1, total), world.Step, Purpose.Move);
        var chosen = 0;
        while (chosen < weights.Length - 1 && roll >= weights[chosen])
        {
            roll -= weights[chosen++];
        }

        Do(chosen);
    }

    private void Weigh(Span<int> weights)
    {
        var (going, live, flying) = (0, 0, 0);
        foreach (var fibre in world.Fibres)
        {
            live += fibre.IsEnded ? 0 : 1;
            going += fibre.Stands.Count(world.CanGoOn);
        }

        foreach (var packet in world.Network.Packets)
        {
            flying += packet.IsOver ? 0 : 1;
        }

        var state = crowd.State;
        var room = live < MostAtOnce;
        weights[0] = going * 40;
        weights[1] = flying * 30;
        weights[2] = !room ? 0 : state is "sending" or "following" or "queued" ? 4 : 14;
        weights[3] = !room ? 0 : state switch { "queued" => 40, "by-hand" => 4, "sending" => 1, _ => 0 };
        weights[4] = !room ? 0 : state is "sending" or "outcome-unknown" or "following" ? 10 : 1;
        weights[5] = 5;
        weights[6] = state switch { "" => 1, "awaiting-approval" or "queued" => 8, _ => 3 };
        weights[7] = room ? 1 : 0;
        weights[8] = world.WriteLock.IsHeld ? 0 : 1;
        weights[9] = room && world.IsRestored ? 20 : 0;
        weather.Weigh(weights[10..], state is "sending");
    }

    private void Do(int chosen)
    {
        switch (Names[chosen])
        {
            case "go":
                if (Pick(world.Runnable) is { } standing)
                {
                    world.Resume(standing, Burst);
                }

                break;
            case "wire":
                if (Pick(world.Network.Packets.Where(p => !p.IsOver)) is { } packet)
                {
                    weather.Deliver(packet);
                }

                break;
            case "person":
                crowd.Act(Burst);
                break;
            case "sender":
                Worker("sender", desk => desk.DispatchRound.ExecuteAsync(default));
                break;
            case "reconciler":
                Worker("reconciler", desk => desk.ReconcileAsync());
                break;
            case "recovery":
                Worker("recovery", desk => desk.RecoverAsync());
                break;
            case "time":
                weather.Pass();
                break;
            case "airline":
                weather.Airline();
                break;
            case "notice":
                weather.Notice(Burst);
                break;
            case "office":
                crowd.Office();
                break;
            default:
                weather.Break(Names[chosen]);
                break;
        }
    }

    private void Worker(string name, Func<Instance, Task> round)
    {
        var index = dice.Below(2, world.Step, Purpose.Target);
        if (world.Instances[index].IsDead)
        {
            world.Start(index);
            world.Note(world.Trace is null ? null : $"{index}: starts again", "start", index);
        }

        var desk = world.Instances[index];
        if (!world.Fibres.Any(f => f.Home == desk && f.Name == name && !f.IsEnded))
        {
            world.Begin(name, desk, () => round(desk), Burst);
        }
    }

    private T? Pick<T>(IEnumerable<T> some)
        where T : class
    {
        var all = some.ToList();
        return all.Count == 0 ? null : all[dice.Below(all.Count, world.Step, Purpose.Target)];
    }
}
