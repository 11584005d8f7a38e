using BackOffice.Web.Components.Layout;
using Bunit;
using Microsoft.AspNetCore.Components.Forms;

namespace Unit.Web.Shell;

public sealed class PreferenceMenusTests : ScreenContext
{
    [Fact]
    public void Menus_Each_SayWhatIsChosen()
    {
        ComponentFactories.AddStub<AntiforgeryToken>();

        var menus = Render<PreferenceMenus>(p => p.Add(m => m.Theme, "dark"));

        Assert.Equal(["en", "dark"], menus.FindAll("[aria-current=true]").Select(b => b.GetAttribute("value")));
    }
}
