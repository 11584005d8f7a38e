using BackOffice.Core.Ledger;
using BackOffice.Core.Values;

namespace Unit.Ledger;

public sealed class AttemptTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 1, 3, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Texts_OfStates_AreStable() =>
        Assert.Equal(
            ["planned", "sending", "accepted", "refused", "unknown", "cancelled", "abandoned", "settled"],
            Enum.GetValues<AttemptState>().Select(AttemptStates.TextOf));

    [Fact]
    public void Texts_ReadBack_GiveTheState() =>
        Assert.Equal(Enum.GetValues<AttemptState>(), Enum.GetValues<AttemptState>().Select(s => AttemptStates.Read(AttemptStates.TextOf(s))));

    [Fact]
    public void Claim_WritesTheBytesAndTheirHashAndTheLease()
    {
        var permit = Planned();

        permit.Claim("here:1", """{"a":2}""", Now, TimeSpan.FromSeconds(90));

        Assert.Equal(
            ("""{"a":2}""", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("""{"a":2}"""u8)), Now.AddSeconds(90), "here:1", 1),
            (permit.Body, permit.BodyHash, permit.LeaseUntil, permit.ClaimedBy, permit.Version));
    }

    [Fact]
    public void Claim_OfAClaimedPermit_ChangesNothing()
    {
        var permit = Planned();
        permit.Claim("here:1", "{}", Now, TimeSpan.FromSeconds(90));

        var claimed = permit.Claim("there:2", """{"b":1}""", Now.AddHours(1), TimeSpan.FromSeconds(90));

        Assert.Equal((false, "here:1", "{}", 1), (claimed, permit.ClaimedBy, permit.Body, permit.Version));
    }

    [Fact]
    public void Conclude_AfterAnUnknown_KeepsWhatWasKnown()
    {
        var permit = Planned();
        permit.Claim("here:1", "{}", Now, TimeSpan.FromSeconds(90));
        permit.Conclude(AttemptState.Unknown, "timeout", "half an answer", null, Now.AddSeconds(1));

        permit.Conclude(AttemptState.Accepted, null, null, "202609-0001", Now.AddSeconds(9));

        Assert.Equal(("timeout", "half an answer", "202609-0001", Now.AddSeconds(1)), (permit.OutcomeReason, permit.Answer, permit.PartnerRef, permit.AnsweredAt));
    }

    [Theory]
    [InlineData(AttemptState.Sending, -1, false)]
    [InlineData(AttemptState.Sending, 0, true)]
    [InlineData(AttemptState.Sending, 1, true)]
    [InlineData(AttemptState.Sending, null, true)]
    [InlineData(AttemptState.Planned, 1, false)]
    [InlineData(AttemptState.Planned, null, false)]
    [InlineData(AttemptState.Accepted, 1, false)]
    [InlineData(AttemptState.Unknown, 1, false)]
    [InlineData(AttemptState.Cancelled, 1, false)]
    public void Lease_WhenItIsOver_MakesASendingPermitUnknown(AttemptState state, int? secondsOver, bool expected) =>
        Assert.Equal(expected, LeaseRules.IsUnknownNow(state, Now.AddSeconds(-90), secondsOver is { } over ? Now.AddSeconds(-over) : null, Now));

    /// <summary>Claimed by a clock that was hours ahead: nobody waits for that clock's lease.</summary>
    [Theory]
    [InlineData(60, false)]
    [InlineData(61, true)]
    [InlineData(7200, true)]
    public void Lease_OfAClaimFromTheFuture_IsOver(int secondsAhead, bool expected) =>
        Assert.Equal(expected, LeaseRules.IsUnknownNow(AttemptState.Sending, Now.AddSeconds(secondsAhead), Now.AddSeconds(secondsAhead + 90), Now));

    [Fact]
    public void Body_OfAVoid_HasTheTwoFieldsAndNoMore() =>
        Assert.Equal("""{"orderNo":"TESTA20260801000000001","voidOfferId":"o-1"}""", SendBody.Of(CaseKind.Void, "TESTA20260801000000001", "o-1", null));

    [Theory]
    [InlineData("""{"orderNo":"A","voidOfferId":"o-1"}""", "o-1")]
    [InlineData("""{"orderNo":"A","voidOfferId":null}""", null)]
    [InlineData("""{"orderNo":"A","voidOfferId":7}""", null)]
    [InlineData("""{"orderNo":"A"}""", null)]
    [InlineData("[]", null)]
    [InlineData("half a bo", null)]
    [InlineData("", null)]
    public void OfferId_OfAStoredBody_IsReadOrNull(string body, string? expected) => Assert.Equal(expected, SendBody.OfferIdOf(body));

    private static Attempt Planned() =>
        Attempt.Plan(Guid.NewGuid(), CaseKind.Void, 1, "TESTA20260801000000001", new Intent(Guid.NewGuid(), "Agent", null, "f", new Money(1, "USD"), "{}"), Now);
}
