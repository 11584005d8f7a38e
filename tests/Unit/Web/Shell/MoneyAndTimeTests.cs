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

    [Theory]
    [InlineData("Asia/Seoul", "Seoul")]
    [InlineData("America/New_York", "New York")]
    [InlineData("Nowhere/Atlantis", "UTC")]
    [InlineData("", "UTC")]
    public void BrowserTime_Learn_NamesTheZoneOrStaysUtc(string zone, string name)
    {
        var time = Services.GetRequiredService<BrowserTime>();
        time.Learn(zone);

        Assert.Equal(name, time.ZoneName);
    }
}
