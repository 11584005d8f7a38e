using BackOffice.Core.Approvals;

namespace Unit.Approvals;

public sealed class ApprovalStatesTests
{
    /// <summary>These words are in databases, and one of them in an index.</summary>
    [Fact]
    public void Texts_OfStates_AreStable() =>
        Assert.Equal(["waiting", "approved", "declined", "withdrawn", "expired", "stale"], Enum.GetValues<ApprovalState>().Select(ApprovalStates.TextOf));

    [Fact]
    public void Texts_ReadBack_GiveTheState() =>
        Assert.Equal(Enum.GetValues<ApprovalState>(), Enum.GetValues<ApprovalState>().Select(s => ApprovalStates.Read(ApprovalStates.TextOf(s))));
}
