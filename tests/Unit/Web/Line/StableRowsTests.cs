using BackOffice.Web.Components.Shared;

namespace Unit.Web.Line;

/// <summary>Rows do not jump under the pointer.</summary>
public sealed class StableRowsTests
{
    [Fact]
    public void Merge_WithNothingShown_TakesTheNewOrder()
    {
        var merged = StableRows<string>.Merge([], Rows("1:a 2:b"));

        Assert.Equal((0, "1 2"), (merged.Moved, Order(merged)));
    }

    [Theory]
    [InlineData("1:a 2:a 3:b", "1:a 2:a 3:b", 0)]
    [InlineData("1:a 2:a 3:b", "2:a 1:a 3:b", 1)]
    [InlineData("1:a 2:a 3:b", "3:a 1:a 2:a", 1)]
    [InlineData("1:a 2:a 3:b", "1:a 2:b 3:b", 1)]
    [InlineData("1:a 2:a 3:b", "9:a 1:a 2:a 3:b", 1)]
    [InlineData("1:a 2:a 3:b", "1:a 3:b", 1)]
    [InlineData("1:a 2:a 3:b", "3:b 2:a 1:a", 2)]
    [InlineData("1:a", "2:a", 2)]
    public void Merge_CountsWhatWouldStandElsewhere_AndMovesNothing(string shown, string fresh, int moved)
    {
        var merged = StableRows<string>.Merge(Rows(shown), Rows(fresh));

        Assert.Equal((moved, string.Join(' ', Rows(shown).Select(r => r.Id))), (merged.Moved, Order(merged)));
    }

    [Fact]
    public void Merge_ShowsTheNewestValuesInTheOldPlaces()
    {
        var merged = StableRows<string>.Merge([new(1, "old", "a"), new(2, "old", "a")], [new(2, "new", "a"), new(1, "new", "b")]);

        Assert.Equal([new(1, "new", "a"), new(2, "new", "a")], merged.Rows);
    }

    [Fact]
    public void Merge_OfARowThatLeft_KeepsItMarked()
    {
        var merged = StableRows<string>.Merge([new(1, "old", "a")], [new(2, "new", "a")]);

        Assert.Equal([new(1, "old", "a", IsGone: true)], merged.Rows);
    }

    [Fact]
    public void Merge_OfARowThatCameBack_IsNoLongerGone()
    {
        var merged = StableRows<string>.Merge([new(1, "old", "a", IsGone: true)], [new(1, "new", "a")]);

        Assert.Equal((0, false), (merged.Moved, merged.Rows[0].IsGone));
    }

    private static string Order(StableRows<string> merged) => string.Join(' ', merged.Rows.Select(r => r.Id));

    private static IReadOnlyList<StableRow<string>> Rows(string text) =>
        [.. text.Split(' ').Select(part => new StableRow<string>(long.Parse(part[..1], System.Globalization.CultureInfo.InvariantCulture), part, part[2..]))];
}
