using BackOffice.Core.Cases;
using Microsoft.Extensions.Logging.Abstractions;

namespace Unit.Web.Cases;

public sealed class CaseWatchersTests
{
    /// <summary>A page that is left twice, as when its circuit ends after it was left, takes no other tab of the same person along.</summary>
    [Fact]
    public void Watch_EndedTwice_LeavesTheOtherTabOfTheSamePersonLooking()
    {
        var watchers = new CaseWatchers(new CaseChanges(NullLogger<CaseChanges>.Instance));
        var (anna, bert) = (Guid.NewGuid(), Guid.NewGuid());
        var his = watchers.Enter(1, bert, "Bert");
        using var hisSecondTab = watchers.Enter(1, bert, "Bert");

        his.Dispose();
        his.Dispose();

        Assert.Equal(["Bert"], watchers.Others(1, anna));
    }
}
