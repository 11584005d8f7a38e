using BackOffice.Core.Cases;
using BackOffice.Web.Features.Line;

namespace Unit.Web.Line;

public sealed class LineQueryTests
{
    [Theory]
    [InlineData(null, null, "/")]
    [InlineData("team", "", "/")]
    [InlineData("mine", null, "/?scope=mine")]
    [InlineData(null, "15m", "/?band=15m")]
    [InlineData("mine", "unknown", "/?scope=mine&band=unknown")]
    [InlineData("everybody", "tomorrow", "/")]
    public void Address_OfWhatWasRead_IsTheSameAgain(string? scope, string? band, string expected) =>
        Assert.Equal(expected, LineQuery.Read(scope, band).Address);

    [Fact]
    public void WordOf_EveryBand_IsReadBack()
    {
        var bands = Enum.GetValues<LineBand>();

        Assert.Equal(bands.Cast<LineBand?>(), bands.Select(band => LineQuery.Read(null, LineQuery.WordOf(band)).Band));
    }
}
