using BackOffice.Core.Orders;
using BackOffice.Web.Components.Shared;
using Bunit;

namespace Unit.Web.Shell;

public sealed class DeadlineClockTests : ScreenContext
{
    private static readonly Deadline Certain = new()
    {
        At = Now.AddHours(2), Limit = DeadlineLimit.SameDay, Certainty = DeadlineCertainty.Certain, Zone = "Asia/Seoul",
    };

    [Fact]
    public void DeadlineClock_KnownMoment_LetsTheBrowserCountAndNamesZoneLimitAndCertainty()
    {
        var clock = Render<DeadlineClock>(p => p.Add(d => d.Of, Certain).Add(d => d.Margin, TimeSpan.FromMinutes(8)));

        var left = clock.Find("time-left");
        Assert.Equal(Certain.At!.Value.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture), left.GetAttribute("until"));
        Assert.Equal("480000", left.GetAttribute("margin"));
        var facts = clock.Find(".deadline-facts").TextContent;
        Assert.Contains("19:45 Seoul", facts, StringComparison.Ordinal);
        Assert.Contains("10:37", facts, StringComparison.Ordinal);
        Assert.Contains("the airline's same-day rule", facts, StringComparison.Ordinal);
        Assert.Contains("certain", facts, StringComparison.Ordinal);
    }

    [Fact]
    public void DeadlineClock_InChinese_NamesTheZoneByItsOffset()
    {
        Speak("zh-Hans");

        Assert.Contains("19:45 UTC+9", Render<DeadlineClock>(p => p.Add(d => d.Of, Certain)).Find(".deadline-facts").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void DeadlineClock_UncertainMoment_SaysWhyInWords()
    {
        var clock = Render<DeadlineClock>(p => p.Add(d => d.Of, Certain with { Certainty = DeadlineCertainty.NotCertain, Doubts = [DeadlineDoubts.Zone] }));

        Assert.Contains("not certain", clock.Find(".certainty").TextContent, StringComparison.Ordinal);
        Assert.Contains("The zone of the limit is not told", clock.Find(".deadline-doubts").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void DeadlineClock_NoMoment_ShowsNoNumber()
    {
        var clock = Render<DeadlineClock>(p => p.Add(d => d.Of, new Deadline { Limit = DeadlineLimit.None, Certainty = DeadlineCertainty.NotCertain }));

        Assert.Empty(clock.FindAll("time-left"));
        Assert.Equal("unknown", clock.Find(".deadline-left").TextContent);
    }

    [Fact]
    public void DeadlineClock_OffsetAsZone_NamesTheOffset() =>
        Assert.Contains(
            "18:45 UTC+08:00",
            Render<DeadlineClock>(p => p.Add(d => d.Of, Certain with { Zone = "+08:00" })).Find(".deadline-facts").TextContent,
            StringComparison.Ordinal);
}
