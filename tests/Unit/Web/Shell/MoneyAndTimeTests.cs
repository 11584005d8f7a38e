using BackOffice.Core.Values;
using BackOffice.Web.Components.Shared;
using BackOffice.Web.Session;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace Unit.Web.Shell;

public sealed class MoneyAndTimeTests : ScreenContext
{
    [Theory]
    [InlineData(116548, "USD", "USD 1,165.48")]
    [InlineData(8990, "JPY", "JPY 8,990")]
    [InlineData(1234567, "KWD", "KWD 1,234.567")]
    [InlineData(-300, "USD", "USD − 3.00")]
    public void MoneyText_Amount_ShowsCurrencyFirstWithItsDecimals(long minor, string currency, string shown) =>
        Assert.Equal(shown, Render<MoneyText>(p => p.Add(m => m.Of, new Money(minor, currency))).Find(".money").TextContent);

    [Fact]
    public void MoneyText_NoAmount_SaysThatItIsNotKnown() => Assert.Equal("not known", Render<MoneyText>().Find("span").TextContent);

    [Fact]
    public void TimeText_Today_ShowsTheReadersTimeZoneAndUtcInTheTooltip()
    {
        Services.GetRequiredService<BrowserTime>().Learn("Asia/Seoul");

        var time = Render<TimeText>(p => p.Add(t => t.At, Now).Add(t => t.ShowsZone, true));

        Assert.Equal("17:45 Seoul", time.Find(".time").TextContent);
        Assert.Equal("2026-11-21 08:45:00 UTC", time.Find("time").GetAttribute("title"));
    }

    [Fact]
    public void TimeText_InChinese_NamesTheZoneByItsOffset()
    {
        Speak("zh-Hans");
        Services.GetRequiredService<BrowserTime>().Learn("Asia/Seoul");

        Assert.Equal("17:45 UTC+9", Render<TimeText>(p => p.Add(t => t.At, Now).Add(t => t.ShowsZone, true)).Find(".time").TextContent);
    }

    [Fact]
    public void TimeText_AnotherDayInChinese_ShowsTheDayTheChineseWay()
    {
        Speak("zh-Hans");

        Assert.Equal("12月24日 08:45", Render<TimeText>(p => p.Add(t => t.At, Now.AddDays(33))).Find("time").TextContent);
    }

    [Theory]
    [InlineData("en", 0, "08:45:00")]
    [InlineData("zh-Hans", 33, "12月24日 08:45:00")]
    [InlineData("zh-Hans", 60, "2027年1月20日 08:45:00")]
    public void TimeText_WithSeconds_ShowsThemNearAndFar(string language, int days, string shown)
    {
        Speak(language);

        Assert.Equal(shown, Render<TimeText>(p => p.Add(t => t.At, Now.AddDays(days)).Add(t => t.ShowsSeconds, true)).Find("time").TextContent);
    }

    [Fact]
    public void TimeText_Relative_LeavesTheCountingToTheBrowser() =>
        Assert.Equal(
            Now.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
            Render<TimeText>(p => p.Add(t => t.At, Now).Add(t => t.IsRelative, true)).Find("time-ago").GetAttribute("at"));

    /// <summary>It counts on by itself: a region that is read out as a whole would be read out every minute.</summary>
    [Fact]
    public void TimeText_Relative_IsNotAnnouncedAsItCountsOn() =>
        Assert.Equal("off", Render<TimeText>(p => p.Add(t => t.At, Now).Add(t => t.IsRelative, true)).Find("time-ago").GetAttribute("aria-live"));

    /// <summary>Cities have English names here; whoever reads Chinese gets the number, which in summer is another.</summary>
    [Theory]
    [InlineData("en", "Asia/Seoul", 0, "Seoul")]
    [InlineData("en", "America/New_York", 0, "New York")]
    [InlineData("en", "Nowhere/Atlantis", 0, "UTC")]
    [InlineData("en", "", 0, "UTC")]
    [InlineData("zh-Hans", "Asia/Seoul", 0, "UTC+9")]
    [InlineData("zh-Hans", "Asia/Kolkata", 0, "UTC+5:30")]
    [InlineData("zh-Hans", "America/New_York", 0, "UTC−5")]
    [InlineData("zh-Hans", "America/New_York", 200, "UTC−4")]
    [InlineData("zh-Hans", "America/St_Johns", 0, "UTC−3:30")]
    [InlineData("zh-Hans", "Europe/London", 0, "UTC")]
    [InlineData("zh-Hans", "Europe/London", 200, "UTC+1")]
    [InlineData("zh-Hans", "", 0, "UTC")]
    public void BrowserTime_Learn_NamesTheZoneOrStaysUtc(string language, string zone, int days, string name)
    {
        Speak(language);
        var time = Services.GetRequiredService<BrowserTime>();
        time.Learn(zone);

        Assert.Equal(name, time.ZoneNameAt(Now.AddDays(days)));
    }
}
