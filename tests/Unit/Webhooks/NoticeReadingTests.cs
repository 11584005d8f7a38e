using System.Text;
using BackOffice.Core.Webhooks;

namespace Unit.Webhooks;

public sealed class NoticeReadingTests
{
    [Theory]
    [InlineData("""{"type":"order.void","data":{"orderNo":"TESTA1","voidCode":"202609-0001","voidStatus":2}}""", "TESTA1", "202609-0001")]
    [InlineData("""{"type":"order.void","data":{"orderNo":"testa1","voidCode":"202609-0001"}}""", "TESTA1", "202609-0001")]
    [InlineData("""{"data":{"voidCode":"202609-0001"},"type":"order.void"}""", null, "202609-0001")]
    [InlineData("""{"type":"order.void","data":{}}""", null, null)]
    [InlineData("""{"type":"order.void","data":{"orderNo":7,"voidCode":""}}""", null, null)]
    public void Read_OfAVoidNotice_TakesTheTwoKeysAndNothingElse(string body, string? orderNo, string? voidCode)
    {
        var (reading, whyNot) = Read(body);

        Assert.Equal((orderNo, voidCode, null), (reading?.OrderNo, reading?.PartnerRef, whyNot));
    }

    [Theory]
    [InlineData("""{"type":"order.ticketed","data":{"orderNo":"TESTA1"}}""", "other-event")]
    [InlineData("""{"type":"order.void","data":[]}""", "other-event")]
    [InlineData("""{"type":"order.void"}""", "other-event")]
    [InlineData("""{"type":["order.void"]}""", "other-event")]
    [InlineData("{}", "other-event")]
    [InlineData("[]", "unreadable")]
    [InlineData("null", "unreadable")]
    [InlineData("", "unreadable")]
    [InlineData("<html>", "unreadable")]
    [InlineData("""{"type":"order.void","data":{""", "unreadable")]
    [InlineData("""{"type":"order.void","data":{"orderNo":"\ud800"}}""", "unreadable")]
    [InlineData("""[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]""", "unreadable")]
    public void Read_OfAnythingElse_IsANamedNo(string body, string expected) => Assert.Equal(expected, Read(body).WhyNot);

    [Fact]
    public void Read_OfBytesThatAreNoText_IsANamedNo() =>
        Assert.Equal("unreadable", NoticeReading.Read((byte[])[.. """{"type":"order.void","data":{"orderNo":"A"""u8, 0xC3, 0x28, .. "\"}}"u8]).WhyNot);

    [Fact]
    public void Read_OfANumberOf65Letters_IgnoresIt() => Assert.Null(Read($$$"""{"type":"order.void","data":{"orderNo":"{{{new string('A', 65)}}}"}}""").Reading?.OrderNo);

    private static (NoticeReading? Reading, string? WhyNot) Read(string body) => NoticeReading.Read(Encoding.UTF8.GetBytes(body));
}
