using BackOffice.Core.Ledger;
using Simulation.SmallScope;

namespace Unit.Ledger;

/// <summary>The permit does exactly what the written table says: every state and every wish, in both directions.</summary>
public sealed class PermitConformanceTests
{
    [Fact]
    public void Permit_OfEveryStateAndWish_IsWhatTheTableSays() =>
        Assert.Equal(
            PermitTable.All.Select(step => (step.Key, Done: step.Key.State != step.Value, step.Value)).Order(),
            PermitSteps.All.Select(step => (step.Key, step.Value.Done, step.Value.Next)).Order());

    /// <summary>While one of these stands, the database takes no second permit for the order.</summary>
    [Fact]
    public void Live_AreThoseThatMayStillHaveMovedMoney() =>
        Assert.Equal(
            PermitTable.Live.Split(' ').Order(StringComparer.Ordinal),
            Enum.GetValues<AttemptState>().Where(AttemptStates.IsLive).Select(AttemptStates.TextOf).Order(StringComparer.Ordinal));
}
