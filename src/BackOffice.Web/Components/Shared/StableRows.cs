namespace BackOffice.Web.Components.Shared;

/// <summary>A row as it stands on the screen.</summary>
/// <param name="Group">Where in the list it stands: its band, or nothing.</param>
/// <param name="IsGone">It has left the list; it stays where it was until the new order is asked for.</param>
public sealed record StableRow<T>(long Id, T Value, string? Group, bool IsGone = false);

/// <summary>
/// A list whose rows do not jump under the pointer: figures are always the newest, the order is the one that was shown until somebody
/// asks for the new one. Pure.
/// </summary>
/// <param name="Moved">How many rows are new, gone, or would stand elsewhere.</param>
public sealed record StableRows<T>(IReadOnlyList<StableRow<T>> Rows, int Moved)
{
    /// <param name="shown">What stands on the screen; null or empty takes the new order at once, as nothing can jump.</param>
    public static StableRows<T> Merge(IReadOnlyList<StableRow<T>>? shown, IReadOnlyList<StableRow<T>> fresh)
    {
        if (shown is null || shown.Count == 0)
        {
            return new StableRows<T>(fresh, 0);
        }

        var places = fresh.Select((row, place) => (row, place)).ToDictionary(at => at.row.Id, at => at);
        var rows = shown.Select(old => places.TryGetValue(old.Id, out var at) ? at.row with { Group = old.Group } : old with { IsGone = true }).ToList();
        var kept = shown.Where(old => places.TryGetValue(old.Id, out var at) && at.row.Group == old.Group).Select(old => places[old.Id].place).ToList();
        return new StableRows<T>(rows, fresh.Count - Unmoved(kept) + rows.Count(r => r.IsGone));
    }

    /// <summary>How many can stay where they are: the longest run of places that already rises.</summary>
    private static int Unmoved(List<int> places)
    {
        var tails = new List<int>();
        foreach (var place in places)
        {
            var at = tails.BinarySearch(place);
            at = at < 0 ? ~at : at;
            if (at == tails.Count)
            {
                tails.Add(place);
            }
            else
            {
                tails[at] = place;
            }
        }

        return tails.Count;
    }
}
