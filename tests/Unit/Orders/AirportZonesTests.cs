using BackOffice.Core.Orders;

namespace Unit.Orders;

public sealed class AirportZonesTests
{
    public static TheoryData<string> Zones => [.. AirportZones.All.Values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Zones))]
    public void Zone_OfTheTable_ExistsHere(string zone) => Assert.True(TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _));

    [Fact]
    public void Table_Holds_ManyAirportsWithThreeLetters()
    {
        Assert.True(AirportZones.All.Count > 1500);
        Assert.All(AirportZones.All.Keys, code => Assert.Matches("^[A-Z]{3}$", code));
    }

    /// <summary>Airports whose zone is not what their country or their neighbours suggest.</summary>
    [Theory]
    [InlineData("ICN", "Asia/Seoul")]
    [InlineData("NRT", "Asia/Tokyo")]
    [InlineData("MEX", "America/Mexico_City")]
    [InlineData("CUN", "America/Cancun")]
    [InlineData("TIJ", "America/Tijuana")]
    [InlineData("CUL", "America/Mazatlan")]
    [InlineData("HMO", "America/Hermosillo")]
    [InlineData("CJS", "America/Ciudad_Juarez")]
    [InlineData("PHX", "America/Phoenix")]
    [InlineData("ELP", "America/Denver")]
    [InlineData("ECP", "America/Chicago")]
    [InlineData("DTW", "America/Detroit")]
    [InlineData("SAW", "Europe/Istanbul")]
    [InlineData("ECN", "Asia/Famagusta")]
    [InlineData("LPA", "Atlantic/Canary")]
    [InlineData("FNC", "Atlantic/Madeira")]
    [InlineData("PDL", "Atlantic/Azores")]
    [InlineData("YXC", "America/Edmonton")]
    [InlineData("YYT", "America/St_Johns")]
    [InlineData("OOL", "Australia/Brisbane")]
    [InlineData("DPS", "Asia/Makassar")]
    [InlineData("KGD", "Europe/Kaliningrad")]
    [InlineData(" hnl ", "Pacific/Honolulu")]
    public void Airport_NearABorder_HasItsOwnZone(string airport, string zone) => Assert.Equal(zone, AirportZones.ZoneOf(airport));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("QQQ")]
    public void Airport_ThatIsNotListed_HasNoZone(string? airport) => Assert.Null(AirportZones.ZoneOf(airport));
}
