using BackOffice.Core.Export;

namespace BackOffice.Web.Features.Reports;

/// <summary>Where everything of the bars stands. Lengths are pixels from the top, widths percent of the drawing. Pure.</summary>
public sealed record BarsDrawing
{
    public const int Height = 180;

    /// <summary>Below it stand the names of the days.</summary>
    public const int Floor = 156;
    private const int Ceiling = 18;

    /// <summary>Percent at the left that belong to the numbers.</summary>
    private const double Margin = 4;
    private const int MostLabels = 8;

    public required IReadOnlyList<GridLine> Lines { get; init; }
    public required IReadOnlyList<DrawnBar> Bars { get; init; }
    public required IReadOnlyList<BarLabel> Labels { get; init; }

    public static BarsDrawing Of(IReadOnlyList<ReportBar> bars)
    {
        if (bars.Count == 0)
        {
            return new BarsDrawing { Lines = [], Bars = [], Labels = [] };
        }

        var step = StepOf(bars.Max(b => b.Count));
        var top = step * Math.Max(1, (int)Math.Ceiling((double)bars.Max(b => b.Count) / step));
        double HeightOf(int count) => (double)count / top * (Floor - Ceiling);
        var slot = (100 - Margin) / bars.Count;
        var width = Math.Min(slot * 0.72, 4);
        var every = (int)Math.Ceiling((double)bars.Count / MostLabels);
        return new BarsDrawing
        {
            Lines = [.. Enumerable.Range(0, top / step + 1).Select(i => new GridLine(i * step, Floor - HeightOf(i * step)))],
            Bars = [.. bars.Select((bar, i) => new DrawnBar(bar, Margin + i * slot, slot, Margin + i * slot + (slot - width) / 2, width, Pieces(bar, HeightOf)))],
            Labels = [.. bars.Select((bar, i) => new BarLabel(bar.From, Margin + (i + 0.5) * slot)).Where((_, i) => i % every == every / 2)],
        };
    }

    /// <summary>From the floor up: what came back, what is open, what did not.</summary>
    private static List<BarPiece> Pieces(ReportBar bar, Func<int, double> heightOf)
    {
        var pieces = new List<BarPiece>();
        double at = Floor;
        foreach (var (name, count) in new[] { ("is-back", bar.Back), ("is-open", bar.Open), ("is-not", bar.NotBack) }.Where(p => p.Item2 > 0))
        {
            var height = heightOf(count);
            at -= height;
            pieces.Add(new BarPiece(name, at, Math.Max(1, height - 1)));
        }

        return pieces;
    }

    /// <summary>A step of 1, 2 or 5 times a power of ten that makes at most four lines.</summary>
    private static int StepOf(int most)
    {
        for (var power = 1; ; power *= 10)
        {
            foreach (var step in new[] { power, 2 * power, 5 * power })
            {
                if (most <= 4L * step)
                {
                    return step;
                }
            }
        }
    }
}

public sealed record GridLine(int Value, double Y);

/// <param name="SlotX">Where the bar's room begins, for pointing at it.</param>
public sealed record DrawnBar(ReportBar Of, double SlotX, double SlotWidth, double X, double Width, IReadOnlyList<BarPiece> Pieces);

/// <param name="Class">Which of the three it is.</param>
public sealed record BarPiece(string Class, double Y, double Height);

public sealed record BarLabel(DateOnly Day, double X);
