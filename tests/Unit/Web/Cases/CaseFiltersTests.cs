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
}
