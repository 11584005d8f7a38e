using BackOffice.Core.Cases;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Cases;

namespace Unit.Web.Cases;

public sealed class CaseListQueryTests
{
    [Fact]
    public void ToUrl_OfEverything_ReadsBackTheSame()
    {
        var query = new CaseListQuery
        {
            Text = "V-2026", Kind = CaseKind.Refund, States = [CaseState.OutcomeUnknown, CaseState.AwaitingApproval], Airline = "Y4", OnlyMine = true, OnlyOpen = true,
            From = new DateOnly(2026, 9, 1), To = new DateOnly(2026, 9, 2), Before = 51,
        };

        Assert.Equal("/cases?text=V-2026&kind=refund&state=outcome-unknown%2Cawaiting-approval&airline=Y4&mine=1&open=1&from=2026-09-01&to=2026-09-02&key=51", query.ToUrl());
        Assert.Equal(query.ToUrl(), Read(query.ToUrl()).ToUrl());
    }

    [Fact]
    public void ToUrl_OfNothing_IsTheBareAddress() => Assert.Equal("/cases", new CaseListQuery().ToUrl());

    [Fact]
    public void Read_OfNonsense_NarrowsNothing() => Assert.Equal("/cases", Read("/cases?kind=cards&state=nonsense&from=yesterday&to=0001-01-01&key=-5&mine=maybe").ToUrl());

    /// <summary>Addresses stay in histories and logs: a name or an e-mail has no place in one. A short word can be a locator.</summary>
    [Theory]
    [InlineData("V-2026-", true)]
    [InlineData("r-2026-000012", true)]
    [InlineData("TESTA20260801000000001", true)]
    [InlineData("QWERTY", true)]
    [InlineData("202609-0001", true)]
    [InlineData("anna@example.com", false)]
    [InlineData("Anna Sample", false)]
    [InlineData("SAMPLE/ANNA", false)]
    [InlineData("O'Neil", false)]
    [InlineData("Müller", false)]
    [InlineData("欧阳娜", false)]
    [InlineData("１２３", false)]
    [InlineData("Schneider", false)]
    public void Text_ThatMayBeAboutAPerson_IsNotTakenFromAnAddress(string text, bool isTaken)
    {
        Assert.Equal(isTaken, CaseListQuery.MayBeInAddress(text));
        Assert.Equal(isTaken ? text : null, Read("/cases?text=" + Uri.EscapeDataString(text)).Text);
    }

    [Fact]
    public void ToFilter_InAZone_TakesItsDaysWhole()
    {
        var seoul = TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul");

        var filter = new CaseListQuery { From = new DateOnly(2026, 9, 1), To = new DateOnly(2026, 9, 1) }.ToFilter(seoul);

        Assert.Equal(new DateTimeOffset(2026, 8, 31, 15, 0, 0, TimeSpan.Zero), filter.OpenedFrom);
        Assert.Equal(new DateTimeOffset(2026, 9, 1, 15, 0, 0, TimeSpan.Zero), filter.OpenedBefore);
    }

    private static CaseListQuery Read(string url)
    {
        var parameters = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(url[url.IndexOf('?', StringComparison.Ordinal)..]);
        return CaseListQuery.Read(name => parameters.TryGetValue(name, out var values) ? values.ToString() : null);
    }
}
