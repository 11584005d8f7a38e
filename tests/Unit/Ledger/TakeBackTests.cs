using BackOffice.Core.Ledger;
using BackOffice.Core.Values;

namespace Unit.Ledger;

/// <summary>A planned permit that is taken back: nothing left the house, or nobody can tell.</summary>
public sealed class TakeBackTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 1, 3, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(CaseKind.Void, false, false, AttemptState.Cancelled, "withdrawn")]
    [InlineData(CaseKind.CardRefund, false, false, AttemptState.Cancelled, "withdrawn")]
    [InlineData(CaseKind.CardRefund, false, true, AttemptState.Abandoned, "taken-back")]
    [InlineData(CaseKind.CardRefund, true, false, AttemptState.Abandoned, "taken-back")]
    public void TakeBack_OfAPlannedPermit_SaysWhetherItMayHaveLeft(CaseKind kind, bool isByHand, bool mayHaveLeft, AttemptState state, string reason)
    {
        var permit = Planned(kind, isByHand);

        Assert.True(permit.TakeBack("withdrawn", Now, mayHaveLeft));
        Assert.Equal((state, reason, null), (permit.State, permit.OutcomeReason, permit.Holds));
    }

    [Fact]
    public void TakeBack_OfWhatIsBeingSent_ChangesNothing()
    {
        var permit = Planned(CaseKind.CardRefund, isByHand: false);
        permit.Claim("here:1", "{}", Now, TimeSpan.FromSeconds(90));

        Assert.False(permit.TakeBack("withdrawn", Now, mayHaveLeft: true));
        Assert.Equal(AttemptState.Sending, permit.State);
    }

    private static Attempt Planned(CaseKind kind, bool isByHand) => Attempt.Plan(
        Guid.NewGuid(), kind, 1, "TESTA20260801000000001", new Intent(Guid.NewGuid(), "Agent", null, "f", new Money(1, "USD"), "{}"), Now, isByHand: isByHand);
}
