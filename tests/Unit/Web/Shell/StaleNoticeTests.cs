using BackOffice.Core.Cases;
using BackOffice.Web.Components.Layout;
using BackOffice.Web.Features.Rehearsal;
using BackOffice.Web.Session;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Unit.Web.Shell;

public sealed class StaleNoticeTests : ScreenContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private bool isBroken = true;

    /// <summary>Readers hear a sentence only in a place that was there before it.</summary>
    [Theory]
    [InlineData("en", "This page could not be read again; it may be out of date.", "Read again")]
    [InlineData("zh-Hans", "此页未能重新读取，内容可能已过时。", "重新读取")]
    public async Task Notice_OfWhatCouldNotBeReadAgain_SaysSo_AndReadsItAtAPress(string language, string sentence, string press)
    {
        Speak(language);
        using var reading = Begin();
        var notice = Render<StaleNotice>();
        var before = (notice.Find("[role=status]").TextContent, notice.FindAll("button").Count);

        reading.Ask();
        await notice.WaitForAssertionAsync(() => Assert.Equal(sentence, notice.Find("[role=status]").TextContent), Patience);
        var button = notice.Find("button");
        Assert.Equal((press, "r"), (button.TextContent.Trim(), button.GetAttribute("data-key")));
        isBroken = false;
        await button.ClickAsync(new MouseEventArgs());

        await notice.WaitForAssertionAsync(() => Assert.Equal(("", 0), (notice.Find("[role=status]").TextContent, notice.FindAll("button").Count)), Patience);
        Assert.Equal(("", 0), before);
    }

    [Fact]
    public async Task Notice_PressedInVain_Stays()
    {
        using var reading = Begin();
        var notice = Render<StaleNotice>();
        reading.Ask();
        await notice.WaitForAssertionAsync(() => notice.Find("button"), Patience);

        await notice.Find("button").ClickAsync(new MouseEventArgs());

        Assert.NotNull(notice.Find("button"));
    }

    /// <summary>Another list of the same page is read by the page itself; the notice would be about the one before.</summary>
    [Fact]
    public async Task Notice_WhereThePageLeadsOn_IsGoneAfterAGoodReading()
    {
        using var reading = Begin();
        var notice = Render<StaleNotice>();
        reading.Ask();
        await notice.WaitForAssertionAsync(() => notice.Find("button"), Patience);
        isBroken = false;

        Services.GetRequiredService<NavigationManager>().NavigateTo("/?scope=mine");

        await notice.WaitForAssertionAsync(() => Assert.Empty(notice.FindAll("button")), Patience);
    }

    private LiveReading Begin()
    {
        Services.AddSingleton<CaseChanges>().AddSingleton<IRehearsal>(new NoRehearsal()).AddScoped<LiveReadings>();
        return Services.GetRequiredService<LiveReadings>().Start(() => Volatile.Read(ref isBroken) ? throw new InvalidOperationException("Broken.") : Task.CompletedTask);
    }
}
