using BackOffice.Core.Ledger;

namespace Unit.Ledger;

/// <summary>Whose call a permit is, and when it is sure enough that nobody will report its outcome.</summary>
public sealed class ClaimantTests
{
    private const int AnotherProcess = 40;
    private static readonly DateTimeOffset Booted = new(2026, 9, 1, 3, 0, 0, TimeSpan.Zero);
    private static readonly Claimant Self = Claimant.Of("desk-1", 7, Booted.AddSeconds(30));

    [Theory]
    [InlineData("this run", false)]
    [InlineData("an earlier run with the same process id", true)]
    [InlineData("an earlier run with the same process id, of a version that wrote no start", true)]
    [InlineData("a run whose process is gone", true)]
    [InlineData("a run whose process is gone, of a version that wrote no start", true)]
    [InlineData("a run whose process id another process has now", true)]
    [InlineData("another run that lives", false)]
    [InlineData("another run that lives, reckoned a second apart", false)]
    [InlineData("another run that perhaps lives, of a version that wrote no start", false)]
    [InlineData("a run on another machine", false)]
    [InlineData("nobody can read who", false)]
    [InlineData("nobody", false)]
    public void Sending_ClaimedBy_IsUnknownWhereTheProcessIsGone(string who, bool expected)
    {
        var (claimedBy, living) = who switch
        {
            "this run" => (Self.ToString(), Living(Self)),
            "an earlier run with the same process id" => (Claimant.Of("desk-1", 7, Booted).ToString(), Living(Self)),
            "an earlier run with the same process id, of a version that wrote no start" => ("desk-1:7", Living(Self)),
            "a run whose process is gone" => (Other().ToString(), Living(Self)),
            "a run whose process is gone, of a version that wrote no start" => ("desk-1:40", Living(Self)),
            "a run whose process id another process has now" => (Other().ToString(), Living(Self, Other() with { StartedAt = Other().StartedAt + 60_000 })),
            "another run that lives" => (Other().ToString(), Living(Self, Other())),
            "another run that lives, reckoned a second apart" => (Other().ToString(), Living(Self, Other() with { StartedAt = Other().StartedAt + 1_000 })),
            "another run that perhaps lives, of a version that wrote no start" => ("desk-1:40", Living(Self, Other())),
            "a run on another machine" => (Claimant.Of("desk-2", AnotherProcess, Booted).ToString(), Living(Self)),
            "nobody can read who" => ("desk-1:forty:0", Living(Self)),
            _ => ((string?)null, Living(Self)),
        };

        Assert.Equal(expected, LeaseRules.DiedWithItsProcess(AttemptState.Sending, claimedBy, Self, living));
    }

    [Fact]
    public void Permit_ThatIsNotBeingSent_IsLeftAsItIs() =>
        Assert.Equal(
            [AttemptState.Sending],
            Enum.GetValues<AttemptState>().Where(state => LeaseRules.DiedWithItsProcess(state, Other().ToString(), Self, Living(Self))));

    /// <summary>The ledger's column takes sixty characters, a machine's name may have more.</summary>
    [Fact]
    public void Text_OfTheLongestClaimant_FitsItsColumnAndReadsBack()
    {
        var longest = Claimant.Of(new string('m', 63), int.MaxValue, Booted);

        Assert.True(longest.ToString().Length <= 60);
        Assert.Equal(longest, Claimant.Read(longest.ToString()));
    }

    private static Claimant Other() => Claimant.Of("desk-1", AnotherProcess, Booted.AddSeconds(5));

    private static Func<int, DateTimeOffset?> Living(params Claimant[] running) =>
        id => running.SingleOrDefault(r => r.ProcessId == id) is { StartedAt: { } started } ? DateTimeOffset.FromUnixTimeMilliseconds(started) : null;
}
