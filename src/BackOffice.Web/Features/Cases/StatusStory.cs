using System.Globalization;
using BackOffice.Core.Cases;
using BackOffice.Core.Orders;

namespace BackOffice.Web.Features.Cases;

/// <param name="Status">The partner's raw number; null where it could not be read.</param>
/// <param name="At">When we saw it; null where it is still to come.</param>
public sealed record StatusMoment(int? Status, DateTimeOffset? At, bool IsNow);

/// <summary>What the partner said of a case over time, and what usually comes next. Pure.</summary>
public static class StatusStory
{
    private static readonly int[] ToDeposit = [0, 1, 3, 2];
    private static readonly int[] ToCard = [0, 1, 5];

    public static IReadOnlyList<StatusMoment> Of(CaseRow row, IReadOnlyList<TimelineEntry> newestFirst)
    {
        var seen = new List<StatusMoment>();
        foreach (var entry in newestFirst.Reverse())
        {
            if (IndexOf(entry.Kind) is { } index && entry.Arguments.Count > index)
            {
                Add(seen, Number(entry.Arguments[index]), entry.At);
            }
        }

        if (row.PartnerRef is not null && (seen.Count == 0 || seen[^1].Status != row.PartnerStatus))
        {
            seen.Add(new StatusMoment(row.PartnerStatus, row.ChangedAt, false));
        }

        if (seen.Count == 0)
        {
            return [];
        }

        seen[^1] = seen[^1] with { IsNow = true };
        var isOver = PartnerStatusRules.IsFinal(PartnerStatusRules.MeaningOf(seen[^1].Status, row.Payment));
        return isOver ? seen : [.. seen, .. Ahead(seen[^1].Status, row.Payment).Select(s => new StatusMoment(s, null, false))];
    }

    private static IEnumerable<int> Ahead(int? now, PaymentMethod payment)
    {
        var path = payment == PaymentMethod.VirtualCard ? ToCard : ToDeposit;
        var at = Array.IndexOf(path, now ?? -1);
        return path.Skip(at + 1);
    }

    private static void Add(List<StatusMoment> seen, int? status, DateTimeOffset at)
    {
        if (seen.Count == 0 || seen[^1].Status != status)
        {
            seen.Add(new StatusMoment(status, at, false));
        }
    }

    /// <summary>Which argument of the timeline line is the raw status.</summary>
    private static int? IndexOf(string kind) => kind switch
    {
        "accepted" or "partner-found" => 1,
        "status" => 0,
        _ => null,
    };

    private static int? Number(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
