using BackOffice.Web.Components.Shared;
using Bunit;
using Unit.Web.Shell;

namespace Unit.Web.Line;

public sealed class MovedBarTests : ScreenContext
{
    [Theory]
    [InlineData(1, false, "1 moved", "Show the new order")]
    [InlineData(3, false, "3 moved", "Show the new order")]
    [InlineData(1, true, "1 new or gone", "Show the list as it is now")]
    [InlineData(3, true, "3 new or gone", "Show the list as it is now")]
    public void Bar_OfAListThatIsNoLongerSo_SaysHowMuchOfIt_AndShowsItWhenAsked(int count, bool keepsOrder, string says, string button)
    {
        var asked = 0;
        var bar = Render<MovedBar>(p => p.Add(b => b.Count, count).Add(b => b.KeepsOrder, keepsOrder).Add(b => b.OnShow, () => { asked++; }));

        bar.Find("button").Click();

        Assert.Equal((says, button, 1), (bar.Find("[role=status] span").TextContent, bar.Find("button").TextContent, asked));
    }

    [Fact]
    public void Bar_OfAListAsItIs_IsNotThere() => Assert.Empty(Render<MovedBar>(p => p.Add(b => b.Count, 0)).Markup.Trim());
}
