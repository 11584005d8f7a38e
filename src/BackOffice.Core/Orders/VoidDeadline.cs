using System.Globalization;

namespace BackOffice.Core.Orders;

/// <summary>
/// Until when an order can be voided. A moment that the partner names itself is the authority; else the earliest of the window's limits is
/// taken. Every doubt is read towards the earlier moment and is named.
/// </summary>
public static class VoidDeadline
{
    private const int LongestHours = 24 * 400;

    /// <summary>Never throws for what the partner wrote: what cannot be read becomes a doubt.</summary>
    public static Deadline Of(PartnerQuote quote, OrderSnapshot order)
    {
        List<string> doubts = [];
        if (quote.RawDeadline is { } raw)
        {
            if (Named(raw, quote, order) is { } named)
            {
                return named;
            }

            doubts.Add(DeadlineDoubts.PartnerDeadline);
        }

        List<Deadline> limits = [.. new[] { AfterIssue(quote.Window, order), BeforeDeparture(quote.Window, order), SameDay(quote.Window, order) }.OfType<Deadline>()];
        var unreadable = limits.Where(l => l.At is null).ToList();
        doubts.AddRange(unreadable.SelectMany(l => l.Doubts));

        // Every reading is the earliest its limit allows, so a later one cannot change the answer; a limit that cannot be read can.
        if (limits.Where(l => l.At is not null).OrderBy(l => l.At).ThenBy(l => l.Certainty).FirstOrDefault() is { } first)
        {
            return doubts.Count == 0 ? first : first with { Certainty = DeadlineCertainty.NotCertain, Doubts = [.. first.Doubts.Union(doubts, StringComparer.Ordinal)] };
        }

        return new Deadline
        {
            Limit = DeadlineLimit.None,
            Certainty = DeadlineCertainty.NotCertain,
            Raw = quote.RawDeadline ?? unreadable.Select(l => l.Raw).FirstOrDefault(),
            Doubts = doubts.Count == 0 ? [DeadlineDoubts.Nothing] : [.. doubts.Distinct(StringComparer.Ordinal)],
        };
    }

    /// <summary>Null where the moment cannot be read, or is so far from the quote that it must mean something else.</summary>
    private static Deadline? Named(string raw, PartnerQuote quote, OrderSnapshot order)
    {
        var named = WrittenMoment.Read(raw) is { } moment ? InZone(moment, quote.Window?.SameDayTimezone, order, DeadlineLimit.PartnerDeadline, raw) : null;
        return named?.At is { } at && (at - quote.QuotedAt).Duration() < TimeSpan.FromDays(400) ? named : null;
    }

    /// <summary>Hours after the issue. Null where the limit did not come; without a moment where it cannot be read.</summary>
    private static Deadline? AfterIssue(VoidWindow? window, OrderSnapshot order)
    {
        if (window?.TimeAfterIssue is not { } raw)
        {
            return null;
        }

        if (Span(raw, TimeSpan.FromHours(1)) is not { } span)
        {
            return Unreadable(DeadlineLimit.AfterIssue, raw, DeadlineDoubts.AfterIssue);
        }

        if ((order.PaidAt ?? order.CreatedAt) is not { } start)
        {
            return Unreadable(DeadlineLimit.AfterIssue, raw, DeadlineDoubts.PaymentTime);
        }

        List<string> doubts = [DeadlineDoubts.IssueTime];
        Add(doubts, DeadlineDoubts.PaymentTime, order.PaidAt is null);
        Add(doubts, DeadlineDoubts.Units, !span.SaysUnit);
        return new Deadline
        {
            At = start + span.Length,
            Limit = DeadlineLimit.AfterIssue,
            Certainty = order.PaidAt is null ? DeadlineCertainty.NotCertain : DeadlineCertainty.Estimated,
            Raw = raw,
            Doubts = doubts,
        };
    }

    /// <summary>Minutes before the first departure, by the clock of its airport.</summary>
    private static Deadline? BeforeDeparture(VoidWindow? window, OrderSnapshot order)
    {
        if (window?.TimeBeforeDeparture is not { } raw)
        {
            return null;
        }

        if (Span(raw, TimeSpan.FromMinutes(1)) is not { } span)
        {
            return Unreadable(DeadlineLimit.BeforeDeparture, raw, DeadlineDoubts.BeforeDeparture);
        }

        if (order.Segments is not [{ DepartsLocal: { } first }, ..] || !IsPlausible(first))
        {
            return Unreadable(DeadlineLimit.BeforeDeparture, raw, DeadlineDoubts.DepartureTime);
        }

        // Not simply the first in the list: the order of the list is nowhere promised.
        var (departs, isDoubtful, zone) = order.Segments.Where(s => s.DepartsLocal is { } time && IsPlausible(time)).Select(Departure).MinBy(d => d.At);
        List<string> doubts = [];
        Add(doubts, DeadlineDoubts.Units, !span.SaysUnit);
        Add(doubts, DeadlineDoubts.Airport, zone is null);
        Add(doubts, DeadlineDoubts.ClockChange, isDoubtful);
        return new Deadline
        {
            At = departs - span.Length,
            Limit = DeadlineLimit.BeforeDeparture,

            // Never certain: the times are those that were booked, and whether they follow a change of schedule is not documented.
            Certainty = zone is null ? DeadlineCertainty.NotCertain : DeadlineCertainty.Estimated,
            Zone = zone?.Name,
            Raw = raw,
            Doubts = doubts,
        };
    }

    /// <summary>A cut-off on the day of payment.</summary>
    private static Deadline? SameDay(VoidWindow? window, OrderSnapshot order)
    {
        if (window?.SameDayDeadlineTime is not { } time)
        {
            return null;
        }

        var raw = window.SameDayTimezone is { } zone ? time + " " + zone : time;
        return WrittenMoment.Read(time) is { } moment
            ? InZone(moment, window.SameDayTimezone, order, DeadlineLimit.SameDay, raw)
            : Unreadable(DeadlineLimit.SameDay, raw, DeadlineDoubts.SameDay);
    }

    /// <summary>The written moment in its own zone, else in the one given, else by the most cautious reading.</summary>
    private static Deadline InZone(WrittenMoment moment, string? otherwise, OrderSnapshot order, DeadlineLimit limit, string raw)
    {
        if (moment.Instant is { } instant)
        {
            return new Deadline { At = instant.ToUniversalTime(), Limit = limit, Certainty = DeadlineCertainty.Certain, Raw = raw };
        }

        var start = order.PaidAt ?? order.CreatedAt;
        if (moment.Day is null && start is null)
        {
            return Unreadable(limit, raw, DeadlineDoubts.PaymentTime);
        }

        var isKnown = ZoneText.TryRead(moment.Zone ?? otherwise, out var zone);
        var airport = order.Segments.Count > 0 ? ZoneText.OfAirport(order.Segments[0].DepartureAirport) : null;
        ZoneText[] possible = !isKnown ? [ZoneText.Singapore, airport ?? ZoneText.Earliest] : zone!.Else is { } other ? [zone, other] : [zone];
        var readings = possible.Select(z => WallClock.Earliest(DayIn(z).ToDateTime(TimeOnly.MinValue) + moment.Time, z.Rules)).ToList();
        var (at, isDoubtful) = readings.MinBy(r => r.At);

        List<string> doubts = [];
        Add(doubts, DeadlineDoubts.Zone, !isKnown || readings.Any(r => r.At != at));
        Add(doubts, DeadlineDoubts.Airport, !isKnown && airport is null);
        Add(doubts, DeadlineDoubts.PaymentTime, moment.Day is null && order.PaidAt is null);
        Add(doubts, DeadlineDoubts.IssueDay, moment.Day is null && at < start);
        var isBare = doubts.Count > 0;
        Add(doubts, DeadlineDoubts.ClockChange, isDoubtful);
        return new Deadline
        {
            At = at,
            Limit = limit,
            Certainty = isBare ? DeadlineCertainty.NotCertain : isDoubtful ? DeadlineCertainty.Estimated : DeadlineCertainty.Certain,
            Zone = isKnown ? zone!.Name : null,
            Raw = raw,
            Doubts = doubts,
        };

        DateOnly DayIn(ZoneText z) => moment.Day ?? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(start!.Value, z.Rules).DateTime);
    }

    private static (DateTimeOffset At, bool IsDoubtful, ZoneText? Zone) Departure(FlightSegment segment)
    {
        var zone = ZoneText.OfAirport(segment.DepartureAirport);
        var (at, isDoubtful) = WallClock.Earliest(segment.DepartsLocal!.Value, (zone ?? ZoneText.Earliest).Rules);
        return (at, isDoubtful, zone);
    }

    private static bool IsPlausible(DateTime departure) => departure.Year is >= 2000 and < 2200;

    /// <summary>A number with a unit of its own, or in the unit that is usual for the field.</summary>
    private static (TimeSpan Length, bool SaysUnit)? Span(string raw, TimeSpan usual)
    {
        var match = Patterns.Span().Match(raw.Trim());
        if (!match.Success)
        {
            return null;
        }

        TimeSpan? unit = match.Groups["unit"].Value.ToUpperInvariant() switch
        {
            "" => usual,
            "D" or "DAY" or "DAYS" => TimeSpan.FromDays(1),
            "H" or "HR" or "HRS" or "HOUR" or "HOURS" => TimeSpan.FromHours(1),
            "M" or "MIN" or "MINS" or "MINUTE" or "MINUTES" => TimeSpan.FromMinutes(1),
            _ => null,
        };
        var length = unit * double.Parse(match.Groups["number"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return length is { } good && good.TotalHours <= LongestHours ? (good, match.Groups["unit"].Length > 0) : null;
    }

    private static Deadline Unreadable(DeadlineLimit limit, string raw, string doubt) =>
        new() { Limit = limit, Certainty = DeadlineCertainty.NotCertain, Raw = raw, Doubts = [doubt] };

    private static void Add(List<string> doubts, string doubt, bool applies)
    {
        if (applies)
        {
            doubts.Add(doubt);
        }
    }
}
