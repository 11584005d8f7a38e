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
}
