using BackOffice.Core.Dispatch;

namespace Unit.Dispatch;

public sealed class DispatchOptionsTests
{
    [Theory]
    [InlineData(34, "Dispatch:Lease: must be at least 35 seconds.")]
    [InlineData(35, null)]
    public void Options_WithALease_AreRefusedWhereItIsTooShort(int seconds, string? fault) =>
        Assert.Equal(fault, Fault(new DispatchOptions { Lease = TimeSpan.FromSeconds(seconds) }));

    [Theory]
    [InlineData(0, "Dispatch:LookEvery: must be longer than zero and at most 60 seconds.")]
    [InlineData(60, null)]
    [InlineData(61, "Dispatch:LookEvery: must be longer than zero and at most 60 seconds.")]
    public void Options_WithATimeBetweenLooks_AreRefusedWhereItIsNoneOrTooLong(int seconds, string? fault) =>
        Assert.Equal(fault, Fault(new DispatchOptions { LookEvery = TimeSpan.FromSeconds(seconds) }));

    [Fact]
    public void Options_WithEverythingWrong_ListAllOfIt()
    {
        var faults = new ValidateDispatchOptions().Validate(null, new DispatchOptions { Lease = TimeSpan.Zero, LookEvery = TimeSpan.Zero }).Failures;

        Assert.Equal(["Dispatch:Lease", "Dispatch:LookEvery"], (faults ?? []).Select(f => f[..f.IndexOf(": ", StringComparison.Ordinal)]));
    }

    /// <summary>The one thing that is wrong; null where nothing is.</summary>
    private static string? Fault(DispatchOptions options) => new ValidateDispatchOptions().Validate(null, options).Failures?.Single();
}
