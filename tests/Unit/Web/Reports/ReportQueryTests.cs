using BackOffice.Core.Cases;
using BackOffice.Core.Export;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Reports;

namespace Unit.Web.Reports;

public sealed class ReportQueryTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [Fact]
    public void Query_OfNothing_NarrowsNothing()
    {
        var query = Read("").Require();

        Assert.Equal(new VoidReportFilter { States = query.States }, query.ToFilter());
        Assert.False(query.NamesDays);
        Assert.True(Read("?from=&to=").Require().NamesDays);
    }

    /// <summary>Days begin at midnight of the address's own zone, also where the clocks change that day.</summary>
    [Fact]
    public void Query_OfDays_CountsThemInItsZone()
    {
        var filter = Read("?from=2026-10-24&to=2026-10-25&zone=Asia/Seoul").Require().ToFilter();
        var ownZone = Read("?from=2026-10-25&to=2026-10-25").Require().ToFilter();

        Assert.Equal((new DateTimeOffset(2026, 10, 23, 15, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 10, 25, 15, 0, 0, TimeSpan.Zero)), (filter.OpenedFrom!.Value.ToUniversalTime(), filter.OpenedBefore!.Value.ToUniversalTime()));
        Assert.Equal(TimeSpan.FromHours(25), ownZone.OpenedBefore - ownZone.OpenedFrom);
    }

    [Fact]
    public void Query_WrittenAsAnAddress_IsReadBackTheSame()
    {
        var query = Read("?from=2026-11-01&to=2026-11-30&zone=Asia/Shanghai&state=refunded&state=outcome-unknown&airline=y4&owner=00000000-0000-0000-0000-00000000000a").Require();

        var again = Read(new Uri("https://desk" + query.Address(ReportUrls.File)).Query).Require();

        Assert.Equal([CaseState.Refunded, CaseState.OutcomeUnknown], again.States);
        Assert.Equal((query.From, query.To, query.Zone.Id, "Y4", query.Owner), (again.From, again.To, again.Zone.Id, again.Airline, again.Owner));
        Assert.StartsWith("/export/void-cases.csv?from=2026-11-01&to=2026-11-30&zone=", query.Address(ReportUrls.File), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?from=yesterday", "report.date-invalid")]
    [InlineData("?from=2026-02-30", "report.date-invalid")]
    [InlineData("?to=0001-01-01", "report.date-invalid")]
    [InlineData("?to=9999-12-31", "report.date-invalid")]
    [InlineData("?from=2026-11-02&to=2026-11-01", "report.range-backwards")]
    [InlineData("?airline=TOOLONG", "report.airline-invalid")]
    [InlineData("?airline=%3D1", "report.airline-invalid")]
    [InlineData("?state=gone", "report.address-damaged")]
    [InlineData("?owner=me", "report.address-damaged")]
    [InlineData("?zone=Nowhere/Land", "report.address-damaged")]
    public void Query_ThatCannotBeRead_IsRefusedByName(string query, string refusal) => Assert.Equal(refusal, Read(query).Refusal?.Name);

    [Fact]
    public void Query_ThatIsAWholeNovel_IsShownShort() =>
        Assert.Equal(new string('x', 40) + "…", Assert.Single(Read("?from=" + new string('x', 5_000)).Refusal!.Arguments));

    private static Outcome<ReportQuery> Read(string query) => ReportQuery.Read(query, Paris);
}
