using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace BackOffice.Core.Export;

/// <summary>What a period of voids and refunds came to.</summary>
public sealed record VoidReport
{
    public required int Count { get; init; }

    /// <summary>By currency and method: neither is ever added to the other.</summary>
    public required IReadOnlyList<ReportTotal> Totals { get; init; }

    /// <summary>How many cases stand where; states without a case are left out.</summary>
    public required IReadOnlyList<StateCount> States { get; init; }
    public required ReportStep Step { get; init; }

    /// <summary>Without gaps, oldest first.</summary>
    public required IReadOnlyList<ReportBar> Bars { get; init; }

    /// <summary>The newest cases, at most <see cref="ReadVoidReport.MostRows"/>.</summary>
    public required IReadOnlyList<CaseRow> Newest { get; init; }

    /// <summary>
    /// The newest voids and refunds among these cases whose two legs do not fit: the customer has been paid for what has not come back, or something
    /// failed or came back differently. At most <see cref="ReadVoidReport.MostRows"/>.
    /// </summary>
    public IReadOnlyList<CaseLegs> Differences { get; init; } = [];

    /// <summary>There are older ones than <see cref="Differences"/> holds; the file names them all.</summary>
    public bool HasMoreDifferences { get; init; }

    /// <summary>Everybody who owns a case, for narrowing.</summary>
    public required IReadOnlyList<ReportOwner> Owners { get; init; }

    /// <summary>The carriers among these cases.</summary>
    public required IReadOnlyList<string> Airlines { get; init; }

    /// <summary>Why the reader may not take the file along; null where the reader may.</summary>
    public required Refusal? WhyNoExport { get; init; }
}

/// <summary>Sums of one currency and one method. Each sum says how many cases it rests on.</summary>
public sealed record ReportTotal(string Currency, RefundMethod Method)
{
    /// <summary>What the newest quotes estimate, of all cases that have one.</summary>
    public CountedSum Estimated { get; init; } = CountedSum.None;

    /// <summary>The part of it that is with the partner or of unknown outcome.</summary>
    public CountedSum StillExpected { get; init; } = CountedSum.None;

    /// <summary>What the airline confirmed; a success without a confirmed amount is not in it, nor is the zero of what came to nothing.</summary>
    public CountedSum Confirmed { get; init; } = CountedSum.None;

    /// <summary>Atlas's fees of the voids and refunds that it took.</summary>
    public CountedSum Fees { get; init; } = CountedSum.None;

    /// <summary>What AsiaBill has paid to customers' cards. It stands beside what came back and is never set against it.</summary>
    public CountedSum ToCustomers { get; init; } = CountedSum.None;
}

/// <param name="Minor">In the minor units of the total's currency.</param>
public sealed record CountedSum(int Cases, long Minor)
{
    public static CountedSum None { get; } = new(0, 0);

    public CountedSum Plus(long minor) => new(Cases + 1, checked(Minor + minor));
}

public sealed record StateCount(CaseState State, int Count);

public sealed record ReportOwner(Guid Id, string Name);

public enum ReportStep
{
    Day,
    Week,
    Month,
}

/// <summary>The cases opened in one step of time, by how they ended.</summary>
/// <param name="From">The first day, in the zone of the report.</param>
/// <param name="Back">The money came, or comes, back.</param>
/// <param name="Open">Not ended.</param>
/// <param name="NotBack">Ended without money.</param>
public sealed record ReportBar(DateOnly From, int Back, int Open, int NotBack)
{
    public int Count => Back + Open + NotBack;
}
