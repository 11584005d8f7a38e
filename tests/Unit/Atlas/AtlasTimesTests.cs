using System.Globalization;
using BackOffice.Core.Atlas;

namespace Unit.Atlas;

/// <summary>Times as Atlas writes them: by its own clock, eight hours ahead of UTC, unless they name a zone themselves.</summary>
public sealed class AtlasTimesTests
{
    [Theory]
    [InlineData("2026-08-24 22:57:35", "2026-08-24T14:57:35Z")]
    [InlineData("2026-08-24T22:57:35", "2026-08-24T14:57:35Z")]
    [InlineData("2026-08-24T22:57:35.000", "2026-08-24T14:57:35Z")]
    [InlineData("2026-08-24T22:57:35.5", "2026-08-24T14:57:35.5Z")]
    [InlineData("2026-08-24T22:57:35.1234567", "2026-08-24T14:57:35.1234567Z")]
    [InlineData("2026-08-24T22:57:35Z", "2026-08-24T22:57:35Z")]
    [InlineData("2026-08-24T22:57:35.000Z", "2026-08-24T22:57:35Z")]
    [InlineData("2026-08-24T22:57:35.000+08:00", "2026-08-24T14:57:35Z")]
    public void System_WithoutAZone_IsTheClockOfAtlas(string written, string expected) => Assert.Equal(Moment(expected), AtlasTimes.System(written));

    [Theory]
    [InlineData("2026-09-01T01:30:00.000")]
    [InlineData("2026-09-01T01:30:00Z")]
    public void Utc_WithAFractionOrWithout_IsUtc(string written) => Assert.Equal(Moment("2026-09-01T01:30:00Z"), AtlasTimes.Utc(written));

    private static DateTimeOffset? Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
