using BackOffice.Core.Recovery;
using BackOffice.Web.Components.Layout;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace Unit.Web.Shell;

public sealed class RecoveryBarTests : ScreenContext
{
    [Fact]
    public void Round_ToldInTheServersLanguage_IsDrawnInTheReaders()
    {
        var watch = new RecoveryWatch();
        Services.AddSingleton(watch);
        Speak("zh-Hans");
        var bar = Render<RecoveryBar>();

        Speak("en");
        watch.Show(new RecoveryView("backup", Now.AddHours(-3), Now, Now.AddMinutes(10), null, Waiting: 2, Silent: 0, Found: 0, StrayNotices: 0));

        Assert.Equal("数据库已恢复：暂不发送", bar.Find("strong").TextContent);
    }

    [Fact]
    public async Task Round_AfterTheBarIsGone_IsToldToNobody()
    {
        var watch = new RecoveryWatch();
        Services.AddSingleton(watch);
        var bar = Render<RecoveryBar>();
        await DisposeComponentsAsync();

        watch.Show(new RecoveryView("backup", Now.AddHours(-3), Now, Now.AddMinutes(10), null, Waiting: 2, Silent: 0, Found: 0, StrayNotices: 0));

        Assert.Equal(1, bar.RenderCount);
    }
}
