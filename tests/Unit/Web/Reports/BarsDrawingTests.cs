using BackOffice.Core.Export;
using BackOffice.Web.Features.Reports;

namespace Unit.Web.Reports;

public sealed class BarsDrawingTests
{
    private static readonly DateOnly First = new(2026, 9, 1);

    [Theory]
    [InlineData(1, "0 1")]
    [InlineData(4, "0 1 2 3 4")]
    [InlineData(5, "0 2 4 6")]
    [InlineData(18, "0 5 10 15 20")]
    [InlineData(41, "0 20 40 60")]
    [InlineData(1_000_000, "0 500000 1000000")]
    public void Lines_StandAtRoundNumbers(int most, string values) =>
        Assert.Equal(values, string.Join(' ', BarsDrawing.Of([new ReportBar(First, most, 0, 0)]).Lines.Select(l => l.Value)));

    [Fact]
    public void Pieces_StandOnEachOther_FromTheFloorUp()
    {
        var pieces = BarsDrawing.Of([new ReportBar(First, 2, 1, 1)]).Bars.Single().Pieces;

        Assert.Equal(["is-back", "is-open", "is-not"], pieces.Select(p => p.Class));
        Assert.Equal([BarsDrawing.Floor - 69, BarsDrawing.Floor - 103.5, BarsDrawing.Floor - 138], pieces.Select(p => p.Y));
    }

    [Fact]
    public void Bars_AndLabels_StayInsideTheDrawing()
    {
        var drawing = BarsDrawing.Of([.. Enumerable.Range(0, 46).Select(i => new ReportBar(First.AddDays(i), i, 1, 0))]);

        Assert.All(drawing.Bars, b => Assert.InRange(b.X + b.Width, 0, 100));
        Assert.All(drawing.Labels, l => Assert.InRange(l.X, 0, 100));
        Assert.InRange(drawing.Labels.Count, 1, 8);
    }

    [Fact]
    public void Drawing_OfNothing_IsEmpty() => Assert.Empty(BarsDrawing.Of([]).Lines);
}
