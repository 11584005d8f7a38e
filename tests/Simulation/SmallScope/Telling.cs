using BackOffice.Core.Cases;
using BackOffice.Core.Ledger;

namespace Simulation.SmallScope;

/// <summary>One state in one line, for the story of a counterexample.</summary>
internal static class Telling
{
    public static string Of(World world)
    {
        List<string> words = [CaseStates.TextOf(world.State) + (world.Flag ? "*" : "")];
        Say(words, world.Late, "late");
        Say(words, world.Code != 0, "follows " + world.Code);
        Say(words, world.Request != 0, "request waits");
        Say(words, world.State == CaseState.OutcomeUnknown, (world.Quiet ? "quiet over, " : "") + "clear " + world.Clear);
        Say(words, world.Stripped[0], "agent stripped");
        Say(words, world.Stripped[1], "supervisor stripped");
        Say(words, world.PersonDecided, "a person decided");
        Say(words, world.Strays > 0, "strays " + world.Strays);
        for (var i = 0; i < 2; i++)
        {
            var (permit, held, worker) = (world.Permits[i], world.Voids[i], world.Workers[i]);
            Say(words, permit.Exists, "permit " + AttemptStates.TextOf(permit.State) + (permit.LeaseOver ? " lease over" : "") + (permit.OnWire ? " on the wire" : ""));
            Say(words, held.Stand != VoidStand.None, $"void {i + 1} {held.Stand}{(held.Visible ? "" : " hidden")}{(held.Told ? "" : " untold")}");
            Say(words, worker.At != Step.Idle, $"worker {worker.At}");
        }

        return string.Join("; ", words);
    }

    private static void Say(List<string> words, bool isSo, string word)
    {
        if (isSo)
        {
            words.Add(word);
        }
    }
}
