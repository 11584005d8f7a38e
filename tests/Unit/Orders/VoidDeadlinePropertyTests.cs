using BackOffice.Core.Orders;
using FsCheck;
using FsCheck.Fluent;

namespace Unit.Orders;

public sealed class VoidDeadlinePropertyTests
{
    private static readonly DateTimeOffset Paid = new(2026, 9, 1, 1, 30, 0, TimeSpan.Zero);
    private static readonly string[] Airports = ["ICN", "MEX", "JFK", "SYD", "LHR", "HNL", "QQQ", ""];
    private static readonly string?[] Zones = [null, "Asia/Seoul", "America/New_York", "GMT+8", "-10:00", "nonsense"];

    /// <summary>Whatever else came or could not be read, the deadline never lies behind a limit that can be read.</summary>
    [Fact]
    public void Deadline_OverAnyWindow_IsNeverLaterThanAReadableLimit() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2000),
        Prop.ForAll(Windows(), w =>
        {
            var at = VoidDeadline.Of(w.Quote, w.Order).At;
            return w.Limits.All(limit => at is not null && at <= limit);
        }));

    /// <summary>Rubbish of any kind in any field makes a doubt, never an exception and never certainty.</summary>
    [Fact]
    public void Deadline_OverRubbish_NeverThrowsAndIsNeverCertain() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2000),
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>().Convert(s => "?" + s.Get, s => NonNull<string>.NewNonNull(s[1..])), rubbish =>
        {
            var quote = VoidDeadlineTests.Quote(rubbish, rubbish, rubbish, rubbish, rubbish);
            return VoidDeadline.Of(quote, VoidDeadlineTests.Order()) is { At: null, Certainty: DeadlineCertainty.NotCertain, Doubts.Count: > 0 };
        }));

    private static Arbitrary<Given> Windows() => Arb.From(
        from hours in Gen.Choose(-1, 72)
        from minutes in Gen.Choose(-1, 600)
        from cutOff in Gen.Choose(-1, 1439)
        from zone in Gen.Elements(Zones)
        from airport in Gen.Elements(Airports)
        from departure in Gen.Choose(0, 60 * 24 * 90)
        select new Given(hours, minutes, cutOff, zone, airport, departure));

    /// <summary>Minus one leaves a limit out.</summary>
    private sealed record Given(int Hours, int Minutes, int CutOff, string? Zone, string Airport, int DepartureInMinutes)
    {
        private DateTime Departs => new DateTime(2026, 9, 1, 12, 0, 0, DateTimeKind.Unspecified).AddMinutes(DepartureInMinutes);

        public PartnerQuote Quote => VoidDeadlineTests.Quote(
            Hours < 0 ? null : FormattableString.Invariant($"{Hours}"),
            Minutes < 0 ? null : FormattableString.Invariant($"{Minutes}"),
            CutOff < 0 ? null : FormattableString.Invariant($"{CutOff / 60:00}:{CutOff % 60:00}"),
            Zone);

        public OrderSnapshot Order => VoidDeadlineTests.Order() with
        {
            PaidAt = Paid,
            Segments = [new FlightSegment("7C", "7C101", Airport, Departs, "CJU", null)],
        };

        /// <summary>The limits as somebody else would compute them: by the system's zones, where these have one reading only.</summary>
        public IEnumerable<DateTimeOffset> Limits
        {
            get
            {
                if (Hours >= 0)
                {
                    yield return Paid.AddHours(Hours);
                }

                if (Minutes >= 0 && AirportZones.ZoneOf(Airport) is { } airportZone && Single(Departs, airportZone) is { } departs)
                {
                    yield return departs.AddMinutes(-Minutes);
                }

                if (CutOff >= 0 && Zone is "Asia/Seoul" or "America/New_York")
                {
                    var zone = TimeZoneInfo.FindSystemTimeZoneById(Zone!);
                    var day = TimeZoneInfo.ConvertTime(Paid, zone).Date;
                    if (CutOff >= 0 && Single(day.AddMinutes(CutOff), Zone!) is { } cutOff)
                    {
                        yield return cutOff;
                    }
                }
            }
        }

        private static DateTimeOffset? Single(DateTime local, string zoneId)
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneId);
            return zone.IsAmbiguousTime(local) || zone.IsInvalidTime(local) ? null : new DateTimeOffset(local, zone.GetUtcOffset(local));
        }
    }
}
