using BackOffice.Core.Cases;

namespace Unit.Cases;

public sealed class CaseStatesTests
{
    /// <summary>These words are in databases: a new one may come, none may change.</summary>
    [Fact]
    public void Texts_OfStates_AreStable() =>
        Assert.Equal(
            [
                "open", "quoted", "awaiting-approval", "queued", "sending", "outcome-unknown", "following", "refunded", "completed-on-card",
                "rejected", "closed-without-result", "withdrawn", "closed-by-hand",
            ],
            CaseStates.All.Select(CaseStates.TextOf));

    [Fact]
    public void Texts_ReadBack_GiveTheState() => Assert.Equal(CaseStates.All, CaseStates.All.Select(s => CaseStates.Read(CaseStates.TextOf(s))));

    [Fact]
    public void Final_AreThoseThatNothingIsExpectedOf() =>
        Assert.Equal(
            [CaseState.Refunded, CaseState.CompletedOnCard, CaseState.Rejected, CaseState.ClosedWithoutResult, CaseState.Withdrawn, CaseState.ClosedByHand],
            CaseStates.All.Where(CaseStates.IsFinal));

    [Fact]
    public void BeforeSending_AreThoseFromWhichNothingHasLeft() =>
        Assert.Equal([CaseState.Open, CaseState.Quoted, CaseState.AwaitingApproval, CaseState.Queued], CaseStates.All.Where(CaseStates.IsBeforeSending));
}
