using System.Diagnostics;
using System.Globalization;
using BackOffice.Core.Cases;

namespace Simulation.SmallScope;

/// <summary>Explores everything that can happen in the small scope, then shows that wrong rules would have been noticed.</summary>
internal static class SmallScopeRun
{
    private const int MostFaults = 3;

    /// <returns>0 where no promise broke and every wrong rule was noticed; 1 otherwise.</returns>
    public static int Execute(TextWriter output)
    {
        output.WriteLine($"2 workers × 2 people × 1 order and its void × up to {MostFaults} faults: every interleaving");
        output.WriteLine("  left out: amounts other than one within the agent's limit and one above it; when a quote grows too old; how long anything takes");
        output.WriteLine("  (time passes the margin, a lease or the quiet period at any moment); more than two voids in the partner's books; a partner");
        output.WriteLine("  that does not answer a question; statuses other than open, refunded, rejected and one that cannot be; payment other than from the");
        output.WriteLine("  deposit; refunds and card refunds; backups; colleagues in the portal; the wait before an only void without an offer counts as ours;");
        output.WriteLine("  more than one quote, and one confirmation, in the air at a time; clocks that go backwards; the term within which a call must leave");
        output.WriteLine("  (it only takes sends away). The order of the use cases' steps is written by hand, and nothing compares it to the use cases");
        var rules = new Rules();
        var explorer = new Explorer(rules);
        var watch = Stopwatch.StartNew();
        explorer.Run(MostFaults, everyLayer: false);
        foreach (var layer in explorer.Layers)
        {
            output.WriteLine(Text($"  faults ≤ {layer.Faults}: {layer.States,12:N0} states, {layer.Steps,12:N0} more transitions, depth {layer.Depth}"));
        }

        if (explorer.Broken is { } broken)
        {
            Tell(output, broken);
            return 1;
        }

        var owned = explorer.Count(IsOwnedByAPersonAlone);
        output.WriteLine(Text($"  {explorer.States:N0} states, {explorer.Layers.Sum(l => l.Steps):N0} transitions, {Promises.Count} promises, {watch.Elapsed.TotalSeconds:F1} s: none broken"));
        output.WriteLine(Text($"  {owned:N0} of them hold an accepted void that only a person's decision speaks for"));
        Coverage(output, rules);
        return WrongRules(output) ? 0 : 1;
    }

    private static bool IsOwnedByAPersonAlone(World world)
    {
        for (var number = 1; number <= 2; number++)
        {
            if (world.Voids[number - 1] is { Stand: not (VoidStand.None or VoidStand.Rejected), Origin: PartnerVoid.Gone } && !world.IsFollowed(number))
            {
                return true;
            }
        }

        return false;
    }

    private static void Coverage(TextWriter output, Rules rules)
    {
        var taken = rules.Taken.Select(t => new CaseTransition(t.From, Happenings.All[t.Input].Kind, t.Next)).ToHashSet();
        var left = CaseTransitions.All.Except(taken).ToList();
        output.WriteLine(Text($"  {taken.Count} of the machine's {CaseTransitions.All.Count} transitions taken; not in this scope: {string.Join(", ", left.Select(t => $"{CaseStates.TextOf(t.From)} {t.Input} → {CaseStates.TextOf(t.Next)}"))}"));
    }

    private static bool WrongRules(TextWriter output)
    {
        output.WriteLine("Wrong rules, one at a time:");
        var all = true;
        foreach (var wrong in Enum.GetValues<WrongRule>().Where(w => w != WrongRule.None))
        {
            var explorer = new Explorer(new Rules(wrong));
            explorer.Run(MostFaults, everyLayer: true);
            output.WriteLine(explorer.Broken is { } broken
                ? Text($"  {wrong,-26} noticed   {broken.Faults} faults, {broken.Story.Count - 1,2} steps, {explorer.States,10:N0} states: {broken.Promise}")
                : Text($"  {wrong,-26} NOT NOTICED"));
            all &= explorer.Broken is not null;
        }

        return all;
    }

    private static void Tell(TextWriter output, Counterexample broken)
    {
        output.WriteLine(Text($"BROKEN with {broken.Faults} faults: {broken.Promise}"));
        foreach (var line in broken.Story)
        {
            output.WriteLine("  " + line);
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
