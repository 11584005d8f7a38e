using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace BackOffice.Core.Export;

/// <summary>Adds cases up, one after the other. Pure.</summary>
/// <param name="zone">Whose days are counted.</param>
internal sealed class ReportTally(TimeZoneInfo zone)
{
    private readonly Dictionary<(string Currency, RefundMethod Method), ReportTotal> totals = [];
    private readonly Dictionary<CaseState, int> states = [];
    private readonly Dictionary<DateOnly, ReportBar> days = [];
    private readonly SortedSet<string> airlines = new(StringComparer.Ordinal);

    public int Count { get; private set; }

    public IReadOnlyList<ReportTotal> Totals => [.. totals.Values.OrderBy(t => t.Currency, StringComparer.Ordinal).ThenBy(t => t.Method)];

    public IReadOnlyList<StateCount> States => [.. states.OrderBy(s => s.Key).Select(s => new StateCount(s.Key, s.Value))];

    public IReadOnlyList<string> Airlines => [.. airlines];

    public void Add(TalliedCase found, PartnerQuote? quote)
    {
        Count++;
        states[found.State] = states.GetValueOrDefault(found.State) + 1;
        if (found.Airline is { } airline)
        {
            airlines.Add(airline);
        }

        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(found.OpenedAt, zone).DateTime);
        var (back, open, notBack) = EndOf(found.State);
        var bar = days.GetValueOrDefault(day) ?? new ReportBar(day, 0, 0, 0);
        days[day] = bar with { Back = bar.Back + back, Open = bar.Open + open, NotBack = bar.NotBack + notBack };
        Sum(found, quote);
    }

    /// <summary>Bars from the first day to the last, in steps that a reader can take in.</summary>
    /// <param name="first">The first day that was asked for; the first with a case where none was.</param>
    public (ReportStep Step, IReadOnlyList<ReportBar> Bars) Bars(DateOnly? first, DateOnly? last)
    {
        if (days.Count == 0)
        {
            return (ReportStep.Day, []);
        }

        var from = first ?? days.Keys.Min();
        var to = last is { } asked && asked >= from ? asked : days.Keys.Max();
        var step = (to.DayNumber - from.DayNumber) switch { <= 45 => ReportStep.Day, <= 200 => ReportStep.Week, _ => ReportStep.Month };
        var counted = days.Values.GroupBy(b => Start(b.From, step))
            .ToDictionary(g => g.Key, g => new ReportBar(g.Key, g.Sum(b => b.Back), g.Sum(b => b.Open), g.Sum(b => b.NotBack)));
        var bars = new List<ReportBar>();
        for (var at = Start(from, step); at <= to; at = Next(at, step))
        {
            bars.Add(counted.GetValueOrDefault(at) ?? new ReportBar(at, 0, 0, 0));
        }

        return (step, bars);
    }

    private void Sum(TalliedCase found, PartnerQuote? quote)
    {
        if (found.Kind == CaseKind.CardRefund)
        {
            // Money that goes out: it is no part of what is expected, or comes, back.
            if (found.ActualBack is { } paid)
            {
                Change(paid, RefundMethod.Cash, t => t with { ToCustomers = t.ToCustomers.Plus(paid.Minor) });
            }

            return;
        }

        var method = quote?.Method ?? RefundMethod.Other;
        foreach (var (estimate, how) in Estimates(quote))
        {
            Change(estimate, how, t => t with { Estimated = t.Estimated.Plus(estimate.Minor) });
            if (found.State is CaseState.Following or CaseState.OutcomeUnknown or CaseState.Sending)
            {
                Change(estimate, how, t => t with { StillExpected = t.StillExpected.Plus(estimate.Minor) });
            }
        }

        // Of a void or refund that came to nothing the airline confirms a zero: that nothing came back, not that something did. Any other amount has come.
        if (found.ActualBack is { } actual && !(actual.IsZero && found.State is CaseState.Rejected or CaseState.ClosedWithoutResult))
        {
            Change(actual, method, t => t with { Confirmed = t.Confirmed.Plus(actual.Minor) });
        }

        if (found.WasTaken && quote?.Fee is { } fee)
        {
            Change(fee, method, t => t with { Fees = t.Fees.Plus(fee.Minor) });
        }
    }

    /// <summary>A voucher in place of the fare has no amount here; what comes beside it for the extras is cash.</summary>
    private static IEnumerable<(Money Sum, RefundMethod How)> Estimates(PartnerQuote? quote) => quote switch
    {
        { Sureness: QuoteSureness.Computed, IsVoucherForFare: true } => quote.CashBesideVoucher.Select(sum => (sum, RefundMethod.Cash)),
        { Sureness: QuoteSureness.Computed } => quote.EstimatedBack.Select(sum => (sum, quote.Method)),
        _ => [],
    };

    private void Change(Money amount, RefundMethod method, Func<ReportTotal, ReportTotal> add)
    {
        var key = (amount.Currency, method);
        totals[key] = add(totals.GetValueOrDefault(key) ?? new ReportTotal(amount.Currency, method));
    }

    private static (int Back, int Open, int NotBack) EndOf(CaseState state) => state switch
    {
        CaseState.Refunded or CaseState.CompletedOnCard => (1, 0, 0),
        CaseState.Rejected or CaseState.ClosedWithoutResult or CaseState.Withdrawn or CaseState.ClosedByHand => (0, 0, 1),
        CaseState.Open or CaseState.Quoted or CaseState.AwaitingApproval or CaseState.Queued or CaseState.Sending
            or CaseState.OutcomeUnknown or CaseState.Following => (0, 1, 0),
    };

    private static DateOnly Start(DateOnly day, ReportStep step) => step switch
    {
        ReportStep.Day => day,
        ReportStep.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        ReportStep.Month => new DateOnly(day.Year, day.Month, 1),
    };

    private static DateOnly Next(DateOnly start, ReportStep step) => step switch
    {
        ReportStep.Day => start.AddDays(1),
        ReportStep.Week => start.AddDays(7),
        ReportStep.Month => start.AddMonths(1),
    };
}

/// <param name="WasTaken">The partner accepted the void or refund.</param>
internal sealed record TalliedCase(long Id, long? QuoteId, DateTimeOffset OpenedAt, CaseState State, string? Airline, Money? ActualBack, bool WasTaken, CaseKind Kind = CaseKind.Void);
