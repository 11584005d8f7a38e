using System.Text;
using System.Text.Json;
using BackOffice.Core.Atlas;

namespace Unit.Atlas;

public sealed class RawMaskTests
{
    [Theory]
    [InlineData("""{"name":"RIVERA/ELENA MARIA"}""", """{"name":"R***/E***"}""")]
    [InlineData("""{"lastName":"王","firstName":"小明"}""", """{"lastName":"王***","firstName":"小***"}""")]
    [InlineData("""{"paxNames":["A/B",null,""]}""", """{"paxNames":["A***/B***",null,""]}""")]
    [InlineData("""{"mobile":491512345678,"birthday":"19900412"}""", """{"mobile":"***","birthday":"***"}""")]
    [InlineData("""{"EMAIL":"a@b.c","contactPhones":["0049-1","0049-2"]}""", """{"EMAIL":"***","contactPhones":["***","***"]}""")]
    [InlineData("""{"msg":"sent to a.b@c.example today"}""", """{"msg":"***"}""")]
    [InlineData("""{"links":{"itinerary":"http://x"},"itineraryDownload":"http://192.0.2.1/x"}""", """{"links":"***","itineraryDownload":"***"}""")]
    [InlineData("""{"status":0,"voidCode":"202609-0001","ok":true,"none":null,"amount":83.71}""", """{"status":0,"voidCode":"202609-0001","ok":true,"none":null,"amount":83.71}""")]
    [InlineData("""[{"cardNum":"P123"}]""", """[{"cardNum":"***"}]""")]
    public void Mask_BlotsPersonalValues_AndKeepsTheRest(string body, string masked) => Assert.Equal(masked, RawMask.Of(body));

    [Theory]
    [InlineData("")]
    [InlineData("<html>MORALES</html>")]
    [InlineData("""{"name":"\uD83D"}""")]
    public void Mask_OfWhatCannotBeRead_LeavesItsLengthOnly(string body) =>
        Assert.Equal($$"""{"unreadableCharacters":{{body.Length}}}""", RawMask.Of(body));

    [Theory]
    [InlineData("x")]
    [InlineData("\"\\")]
    [InlineData("漢")]
    [InlineData("😀")]
    public void Mask_OfALongAnswer_StaysJsonBelowItsLimit(string unit)
    {
        var body = JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal) { ["msg"] = string.Concat(Enumerable.Repeat(unit, 40_000)) });

        var masked = RawMask.Of(body);

        Assert.InRange(Encoding.UTF8.GetByteCount(masked), 1, 16 * 1024);
        using var json = JsonDocument.Parse(masked);
        Assert.StartsWith("{\"msg\":", json.RootElement.GetProperty("start").GetString());
    }
}
