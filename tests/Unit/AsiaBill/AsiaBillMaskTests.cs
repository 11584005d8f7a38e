using System.Text;
using System.Text.Json;
using BackOffice.Core.AsiaBill;

namespace Unit.AsiaBill;

public sealed class AsiaBillMaskTests
{
    [Theory]
    [InlineData("""{"code":"00000","message":"success","data":{"batchNo":"442011","refundStatus":"pending","tradeNo":"2022051812003332818907","refundReason":"客户退票"}}""",
        """{"code":"00000","message":"success","data":{"batchNo":"442011","refundStatus":"pending","tradeNo":"2022051812003332818907","refundReason":"客户退票"}}""")]
    [InlineData("""{"data":{"tradeNo":2022051812003332818907,"batchNo":442011}}""", """{"data":{"tradeNo":2022051812003332818907,"batchNo":442011}}""")]
    [InlineData("""{"data":{"cardNo":"411111******1111","firstName":"ELENA","ip":"192.0.2.1","age":41}}""", """{"data":{"cardNo":"***","firstName":"***","ip":"***","age":"***"}}""")]
    [InlineData("""{"message":"sent to a.b@c.example","refundDescription":"card 4111 1111 1111 1111"}""", """{"message":"***","refundDescription":"***"}""")]
    [InlineData("""{"message":4111111111111111,"tradeNo":"4111 1111 1111 1111"}""", """{"message":"***","tradeNo":"***"}""")]
    [InlineData("""{"a@b.example":1,"4111111111111111":true,"none":null,"list":["x",""]}""", """{"***":"***","***":true,"none":null,"list":["***",""]}""")]
    [InlineData("\"RIVERA\"", "\"***\"")]
    public void Mask_KeepsWhatIsListed_AndBlotsTheRest(string body, string masked) => Assert.Equal(masked, AsiaBillMask.Of(body));

    [Theory]
    [InlineData("")]
    [InlineData("<html>MORALES</html>")]
    [InlineData("""{"message":"\uD83D"}""")]
    public void Mask_OfWhatCannotBeRead_LeavesItsLengthOnly(string body) =>
        Assert.Equal($$"""{"unreadableCharacters":{{body.Length}}}""", AsiaBillMask.Of(body));

    [Fact]
    public void Mask_OfALongAnswer_StaysJsonBelowItsLimit()
    {
        var masked = AsiaBillMask.Of(JsonSerializer.Serialize(new { message = new string('漢', 10_000) }));

        Assert.InRange(Encoding.UTF8.GetByteCount(masked), 1, 16 * 1024);
        using var json = JsonDocument.Parse(masked);
        Assert.True(json.RootElement.GetProperty("tooLongCharacters").GetInt32() > 10_000);
    }
}
