using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Reconciliation;
using BackOffice.Core.Values;
using BackOffice.Web.Components.Shared;
using BackOffice.Web.Features.Cases;
using BackOffice.Web.Features.Unknown;

namespace BackOffice.Web.Features.Line;

/// <summary>Why something needs the person now.</summary>
public enum NeedKind
{
    Approval,
    Unknown,
    Closing,

    /// <summary>A card refund that is permitted and that nobody sends: its owner makes it at AsiaBill.</summary>
    ByHand,

    /// <summary>The day that the customer was promised has passed.</summary>
    Promise,
}

public sealed record Need(NeedKind Kind, string Address, CaseRow Case, Money? Amount, bool IsVoucher);

/// <param name="Total">How many there are; <see cref="Shown"/> holds the most urgent of them.</param>
public sealed record Needs(IReadOnlyList<Need> Shown, int Total)
{
    public static Needs None { get; } = new([], 0);
}

/// <summary>What the line page shows of what was read. Pure.</summary>
internal static class LinePresenter
{
    private const int MostNeeds = 6;

    /// <summary>The rows of the chosen band, or of all, in the line's order.</summary>
    public static IReadOnlyList<StableRow<CaseRow>> Rows(LineView line, LineBand? band) =>
        [.. line.Bands.Where(b => band is null || b.Band == band).SelectMany(b => b.Rows.Select(r => new StableRow<CaseRow>(r.Id, r, LineQuery.WordOf(b.Band))))];

    /// <summary>
    /// What waits for this very person: requests they may decide on, outcomes they may end (their own where they may not), own cases whose
    /// window closes within the hour, their card refunds that are to be made by hand, and promises of theirs whose day has passed. The most urgent
    /// first, outcomes that nobody knows before all.
    /// </summary>
    public static Needs NeedsOf(Guid me, LineView? line, ApprovalQueueView? approvals, UnknownView? unknown)
    {
        var toDecide = (approvals?.Waiting ?? []).Where(r => r.WhyNot is null)
            .Select(r => new Need(NeedKind.Approval, CaseUrls.Approval(r.Request.Id), r.Case, r.Request.Amount, r.Request.Method == RefundMethod.Voucher));
        var toEnd = (unknown?.Rows ?? []).Where(r => unknown!.MayDecide || r.Case.OwnerId == me)
            .Select(r => new Need(NeedKind.Unknown, UnknownUrls.Case(r.Case.Number), r.Case, r.Case.AtStake, IsVoucher: false));
        var closing = (line?.Bands ?? []).Where(b => b.Band is LineBand.Urgent or LineBand.Soon).SelectMany(b => b.Rows)
            .Where(r => r.OwnerId == me && r.Flag is null && CaseStates.IsBeforeSending(r.State))
            .Select(r => new Need(NeedKind.Closing, CaseUrls.Case(r.Number), r, r.AtStake, IsVoucher: false)).ToList();
        var byHand = (line?.Bands ?? []).SelectMany(b => b.Rows).Where(r => r.OwnerId == me && CaseWords.IsForAHand(r))
            .Select(r => new Need(NeedKind.ByHand, CaseUrls.Case(r.Number), r, r.AtStake, IsVoucher: false));
        var promised = (line?.Bands ?? []).SelectMany(b => b.Rows)
            .Where(r => r.OwnerId == me && PromiseRules.IsPast(r.PromisedOn, line!.Now) && !closing.Exists(n => n.Case.Id == r.Id) && !CaseWords.IsForAHand(r))
            .OrderBy(r => r.PromisedOn)
            .Select(r => new Need(NeedKind.Promise, CaseUrls.Case(r.Number), r, r.AtStake, IsVoucher: false));
        var all = toEnd.Concat(toDecide.Concat(closing).OrderBy(n => n.Case.DeadlineAt ?? DateTimeOffset.MaxValue)).Concat(byHand).Concat(promised).ToList();
        return new Needs([.. all.Take(MostNeeds)], all.Count);
    }

    /// <summary>What is at stake in the whole line: one sum per currency, never added across them.</summary>
    public static IReadOnlyList<Money> SumsOf(LineView line) =>
        [.. line.Bands.SelectMany(b => b.Sums).GroupBy(m => m.Currency, StringComparer.Ordinal).Select(g => g.Aggregate((a, b) => a + b))
            .OrderBy(m => m.Currency, StringComparer.Ordinal)];

    public static Meaning MeaningOf(LineBand band) => band switch
    {
        LineBand.Urgent => Meaning.Bad,
        LineBand.Soon => Meaning.Warn,
        LineBand.Today => Meaning.Info,
        LineBand.UnknownDeadline => Meaning.Warn,
        LineBand.Later => Meaning.Neutral,
    };

    /// <summary>Whom a case waits for instead of an hour: the partner, or a person where the partner cannot be asked or is not called. Null before that.</summary>
    public static string? WaitsKeyOf(CaseRow row) => row switch
    {
        _ when CaseWords.IsForAHand(row) || CaseWords.IsMute(row) => "Waits.Person",
        _ when CaseStates.IsBeforeSending(row.State) => null,
        { Kind: CaseKind.CardRefund } => "Waits.Card",
        _ => "Waits",
    };

    /// <summary>The case with its note box open.</summary>
    public static string NoteAddress(string number) => CaseUrls.Case(number) + "?note=1";
}
