using BackOffice.Core.Cases;
using Simulation.SmallScope;

namespace Unit.Cases;

/// <summary>The machine does exactly what the written tables say: every state, input, status, payment and flag, in both directions.</summary>
public sealed class ModelConformanceTests
{
    /// <summary>A transition that is missing in the code, one too many, another refusal, another flag: each is a line here.</summary>
    [Fact]
    public void Machine_OfEveryStateAndInput_IsWhatTheTablesSay() =>
        Assert.Equal(
            [],
            from facts in CaseTransitions.Facts
            from input in CaseTransitions.Inputs
            let decision = CaseMachine.Decide(facts, input)
            let decided = new Expected(decision.Next, decision.Refusal?.Name, decision.Flag)
            let expected = CaseTable.Of(facts, input)
            where decided != expected
            select $"{facts} {input}: {decided} instead of {expected}");

    /// <summary>The list that a simulator's coverage is counted against.</summary>
    [Fact]
    public void Transitions_OfTheCode_AreThoseOfTheList() =>
        Assert.Equal(
            CaseTransitions.All.Select(t => t.ToString()).Order(StringComparer.Ordinal),
            (from facts in CaseTransitions.Facts
             from input in CaseTransitions.Inputs
             let decision = CaseMachine.Decide(facts, input)
             where decision.Refusal is null
             select new CaseTransition(facts.State, input.Kind, decision.Next).ToString()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    /// <summary>A row that speaks of nothing would look like a rule that is kept.</summary>
    [Fact]
    public void Rows_OfTheTable_AllSpeakOfSomething() =>
        Assert.Equal(
            CaseTable.Rows.Order(StringComparer.Ordinal),
            (from facts in CaseTransitions.Facts
             from input in CaseTransitions.Inputs
             select CaseTable.RowOf(facts, input)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Fact]
    public void Kinds_OfTheTimeline_AreStable() =>
        Assert.Equal(
            "accepted amount-seen approval-asked approved closed-by-hand decided-not-sent decided-sent declined nothing-found opened partner-found quote-refused quoted "
            + "recorded-by-hand request-expired request-withdrawn send-permitted send-refused send-unknown sending status stopped-before-sending taken withdrawn",
            string.Join(' ', CaseTransitions.Inputs.Select(i => i.Kind).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)));
}
