using BackOffice.Core.Reconciliation;
using BackOffice.Core.Values;

namespace Unit.Reconciliation;

public sealed class UnknownRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 1, 3, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(600, 3, null)]
    [InlineData(6000, 30, null)]
    [InlineData(599, 3, "case.still-asking")]
    [InlineData(600, 2, "case.still-asking")]
    [InlineData(0, 0, "case.still-asking")]
    [InlineData(null, 3, "case.still-asking")]
    public void NotSent_BeforeQuietAndThreeClearAnswers_IsTooEarly(int? secondsUnknown, int clearNothings, string? expected) =>
        Assert.Equal(
            expected,
            UnknownRules.WhyNotSentIsTooEarly(CaseKind.Void, Now, secondsUnknown is { } s ? Now.AddSeconds(-s) : null, clearNothings, TimeSpan.FromMinutes(10))?.Name);

    [Fact]
    public void NotSent_WhileANumberIsNamed_WaitsForTheAnswer() =>
        Assert.Equal("case.number-named", UnknownRules.WhyNotSentIsTooEarly(CaseKind.CardRefund, Now, Now.AddDays(-1), 9, TimeSpan.FromMinutes(10), "442011")?.Name);

    /// <summary>The sentence says from when on, and how many answers are there of how many.</summary>
    [Fact]
    public void NotSent_TooEarly_SaysWhatIsMissing() =>
        Assert.Equal([Now.AddMinutes(10), 1, 3], UnknownRules.WhyNotSentIsTooEarly(CaseKind.Void, Now, Now, 1, TimeSpan.FromMinutes(10))!.Arguments);
}
