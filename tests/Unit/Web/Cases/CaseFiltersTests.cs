using BackOffice.Core.Access;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Cases;
using Bunit;
using Unit.Web.Shell;

namespace Unit.Web.Cases;

public sealed class CaseFiltersTests : ScreenContext
{
    /// <summary>A browser keeps what somebody picked, whichever option is marked: only the list's own value takes it back.</summary>
    [Fact]
    public void Kind_AfterTheFiltersWereCleared_IsThatOfTheAddress()
    {
        var filters = Render<CaseFilters>(p => p.Add(f => f.Of, new CaseListQuery { Kind = CaseKind.Void }));
        var narrowed = filters.Find("#filter-kind").GetAttribute("value");

        filters.Render(p => p.Add(f => f.Of, new CaseListQuery()));

        Assert.Equal((CaseKinds.TextOf(CaseKind.Void), ""), (narrowed, filters.Find("#filter-kind").GetAttribute("value")));
    }

    /// <summary>The list's filters are its address, and no address may carry a name: it stays in the box, and the search for people is one step away.</summary>
    [Theory]
    [InlineData(true, "/orders")]
    [InlineData(false, null)]
    public void Text_ThatMayBeAName_GoesNowhere_AndSaysWhere(bool mayLookUp, string? link)
    {
        var asked = new List<CaseListQuery>();
        var person = this.AddAuthorization();
        person.SetAuthorized("Ana");
        string[] policies = mayLookUp ? [nameof(Permission.LookUpOrders)] : [];
        person.SetPolicies(policies);
        var filters = Render<CaseFilters>(p => p.Add(f => f.Of, new CaseListQuery()).Add(f => f.OnChanged, wanted => asked.Add(wanted)));

        filters.Find("#filter-text").Change("anna@example.com");

        Assert.Empty(asked);
        Assert.Equal(("true", "anna@example.com"), (filters.Find("#filter-text").GetAttribute("aria-invalid"), filters.Find("#filter-text").GetAttribute("value")));
        Assert.Contains("Only case and order numbers", filters.Find("#filter-text-fault").TextContent, StringComparison.Ordinal);
        Assert.Equal(link, filters.FindAll("#filter-text-fault a").SingleOrDefault()?.GetAttribute("href"));
    }

    [Fact]
    public void Text_AfterOneThatWasRefused_NarrowsAndIsNoLongerMarked()
    {
        this.AddAuthorization();
        var asked = new List<string?>();
        var filters = Render<CaseFilters>(p => p.Add(f => f.Of, new CaseListQuery()).Add(f => f.OnChanged, wanted => asked.Add(wanted.Text)));
        filters.Find("#filter-text").Change("Anna Sample");

        filters.Find("#filter-text").Change(" v-2026 ");

        Assert.Equal(["v-2026"], asked);
        Assert.Null(filters.Find("#filter-text").GetAttribute("aria-invalid"));
        Assert.Empty(filters.FindAll("#filter-text-fault"));
    }

    /// <summary>What was refused does not stand beside a list that it did not narrow.</summary>
    [Fact]
    public void Text_ThatWasRefused_IsGoneWithTheNextList()
    {
        this.AddAuthorization();
        var filters = Render<CaseFilters>(p => p.Add(f => f.Of, new CaseListQuery { Text = "V-2026" }));
        filters.Find("#filter-text").Change("Anna Sample");

        filters.Render(p => p.Add(f => f.Of, new CaseListQuery { Text = "V-2026", OnlyMine = true }));

        Assert.Equal(("V-2026", 0), (filters.Find("#filter-text").GetAttribute("value"), filters.FindAll("#filter-text-fault").Count));
    }

    /// <summary>The page is drawn again with the list that it still shows, before the one that was asked for is there.</summary>
    [Fact]
    public void Change_BeforeTheListOfTheLastOneIsThere_BuildsOnIt()
    {
        var (asked, shown) = (new List<CaseListQuery>(), new CaseListQuery());
        var filters = Render<CaseFilters>(p => p.Add(f => f.Of, shown).Add(f => f.OnChanged, wanted => asked.Add(wanted)));

        filters.Find("#filter-airline").Change("y4");
        filters.Render(p => p.Add(f => f.Of, shown));
        filters.Find("#filter-from").Change("2026-09-01");

        Assert.Equal(["/cases?airline=Y4", "/cases?airline=Y4&from=2026-09-01"], asked.Select(wanted => wanted.ToUrl()));
        Assert.Equal(("Y4", "2026-09-01"), (filters.Find("#filter-airline").GetAttribute("value"), filters.Find("#filter-from").GetAttribute("value")));
    }

    /// <summary>Lists come one after the other; one that is no longer the last takes back nothing of what was picked since.</summary>
    [Fact]
    public void List_ThatComesWhileANewerOneIsOnItsWay_LosesNoChange()
    {
        var asked = new List<CaseListQuery>();
        var filters = Render<CaseFilters>(p => p.Add(f => f.Of, new CaseListQuery()).Add(f => f.OnChanged, wanted => asked.Add(wanted)));
        filters.Find("#filter-airline").Change("y4");
        filters.Find("#filter-from").Change("2026-09-01");

        filters.Render(p => p.Add(f => f.Of, asked[0]));
        filters.Find("#filter-to").Change("2026-09-02");

        Assert.Equal("/cases?airline=Y4&from=2026-09-01&to=2026-09-02", asked[^1].ToUrl());
    }

    /// <summary>Chrome tells of a change at each digit of a year: none of them may take the list, or the field, away from whoever is typing.</summary>
    [Fact]
    public void Day_WhoseYearIsBeingTyped_NarrowsNothingUntilItIsOne()
    {
        var asked = new List<string>();
        var filters = Render<CaseFilters>(p => p.Add(f => f.Of, new CaseListQuery { To = new DateOnly(2026, 9, 2) }).Add(f => f.OnChanged, wanted => asked.Add(wanted.ToUrl())));

        filters.Find("#filter-from").Change("0002-09-01");
        filters.Find("#filter-from").Change("0202-09-01");
        filters.Find("#filter-to").Change("0002-09-02");
        var before = (asked.Count, filters.Find("#filter-to").GetAttribute("value"));
        filters.Find("#filter-from").Change("2026-09-01");
        filters.Find("#filter-to").Change("");

        Assert.Equal((0, "2026-09-02"), before);
        Assert.Equal(["/cases?from=2026-09-01&to=2026-09-02", "/cases?from=2026-09-01"], asked);
    }

    /// <summary>By Back, or by a link.</summary>
    [Fact]
    public void List_ThatWasNotAskedForHere_TakesEverythingBack()
    {
        var asked = new List<CaseListQuery>();
        var filters = Render<CaseFilters>(p => p.Add(f => f.Of, new CaseListQuery()).Add(f => f.OnChanged, wanted => asked.Add(wanted)));
        filters.Find("#filter-airline").Change("y4");

        filters.Render(p => p.Add(f => f.Of, new CaseListQuery { Kind = CaseKind.Void }));
        filters.Find("#filter-from").Change("2026-09-01");

        Assert.Equal("/cases?kind=void&from=2026-09-01", asked[^1].ToUrl());
    }
}
