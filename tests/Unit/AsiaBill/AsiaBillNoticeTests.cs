using System.Security.Cryptography;
using System.Text;
using BackOffice.Core.Payments;
using Unit.Testing;

namespace Unit.AsiaBill;

public sealed class AsiaBillNoticeTests
{
    private const string RefundDone =
        """{"data":{"amount":"0.11","batchNo":"452541","currency":"CNY","merTrackNo":"C-2026-000001-1","noticeDate":"2022-04-26 17:47:18","reason":"0.11","tradeNo":"2022041810284780668037"},"type":"refund.success"}""";

    private static readonly DateTimeOffset Now = new(2026, 9, 1, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Notice_SignedOverItsBytes_IsTakenWithWhatItPointsAt()
    {
        using var clients = Clients();

        var verdict = Check(clients, RefundDone);

        Assert.Equal(new CardNoticeVerdict(new CardNotice("refund.success", "452541", "C-2026-000001-1", TradeNo.Of("2022041810284780668037")), null), verdict);
        Assert.Contains(clients.Log, line => line.StartsWith("2230 ", StringComparison.Ordinal) && line.EndsWith("AsItCame", StringComparison.Ordinal));
    }

    [Fact]
    public void Notice_SignedInLowerCase_IsTaken()
    {
        using var clients = Clients();
        var head = Head(RefundDone);

        Assert.NotNull(clients.Notices.Check(head with { SignInfo = head.SignInfo!.ToLowerInvariant() }, Bytes(RefundDone)).Notice);
    }

    /// <summary>Signed without white space, sent with it.</summary>
    [Fact]
    public void Notice_SignedOverItsCompactForm_IsTakenAndSaidSo()
    {
        const string sent = "{ \"data\" : {\r\n\t\"tradeNo\": 2022041810284780668037, \"reason\": \"\\u5ba2户 a\\/b\" }, \"type\": \"refund.fail\" }";
        const string signed = "{\"data\":{\"tradeNo\":2022041810284780668037,\"reason\":\"客户 a/b\"},\"type\":\"refund.fail\"}";
        using var clients = Clients();

        var verdict = clients.Notices.Check(Head(signed), Bytes(sent));

        Assert.Equal(new CardNotice("refund.fail", null, null, TradeNo.Of("2022041810284780668037")), verdict.Notice);
        Assert.Contains(clients.Log, line => line.StartsWith("2230 ", StringComparison.Ordinal) && line.EndsWith("Compact", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"type":"refund.success","data":{"batchNo":452541,"tradeNo":2022041810284780668037}}""", "452541", null, "2022041810284780668037")]
    [InlineData("""{"type":"refund.success","data":{"batchNo":"452541","merTrackNo":17,"tradeNo":2.0220418102847E21}}""", "452541", "17", null)]
    [InlineData("""{"type":"chargeback.success","data":{"tradeNo":"2022041810284780668037"}}""", null, null, "2022041810284780668037")]
    [InlineData("""{"type":"transaction.pending","data":null}""", null, null, null)]
    [InlineData("""{"type":"refund.fail"}""", null, null, null)]
    public void Notice_OfAnyShape_PointsAtWhatCouldBeRead(string body, string? batchNo, string? trackNo, string? tradeNo)
    {
        using var clients = Clients();

        var notice = Check(clients, body).Notice;

        Assert.NotNull(notice);
        Assert.Equal((batchNo, trackNo, tradeNo), (notice.BatchNo, notice.TrackNo, notice.TradeNo?.Value));
    }

    /// <summary>One changed byte in any signed part.</summary>
    [Theory]
    [InlineData("id")]
    [InlineData("time")]
    [InlineData("version")]
    [InlineData("no version")]
    [InlineData("body")]
    [InlineData("signature")]
    [InlineData("key")]
    [InlineData("gateway")]
    public void Notice_ThatWasChanged_IsNotTaken(string part)
    {
        using var clients = new AsiaBillClients("https://openapi.example.com", new TestClock(Now), options =>
        {
            options.SignKey = part == "key" ? "another-key" : options.SignKey;
            options.GatewayNo = part == "gateway" ? "12345002" : options.GatewayNo;
        });
        var head = Head(RefundDone);
        head = part switch
        {
            "id" => head with { RequestId = "58676" },
            "time" => head with { RequestTime = "1788228000001" },
            "version" => head with { Version = "V2022-04" },
            "no version" => head with { Version = null },
            "signature" => head with { SignInfo = "0" + head.SignInfo![1..] is var other && other == head.SignInfo ? "1" + head.SignInfo[1..] : other },
            _ => head,
        };

        var verdict = clients.Notices.Check(head, Bytes(part == "body" ? RefundDone.Replace("success", "failure", StringComparison.Ordinal) : RefundDone));

        Assert.Equal(new CardNoticeVerdict(null, "signature"), verdict);
        Assert.Contains(clients.Log, line => line.StartsWith("2231 ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(-600_000, true)]
    [InlineData(600_000, true)]
    [InlineData(-600_001, false)]
    [InlineData(600_001, false)]
    [InlineData(-86_400_000, false)]
    public void Notice_WithinTenMinutesOfOurClock_IsTaken(long milliseconds, bool isTaken)
    {
        using var clients = Clients();

        var verdict = clients.Notices.Check(Head(RefundDone, Text(Now.ToUnixTimeMilliseconds() + milliseconds)), Bytes(RefundDone));

        Assert.Equal(isTaken ? null : "time", verdict.WhyNot);
    }

    [Theory]
    [InlineData("1788228000")]
    [InlineData("01788228000000")]
    [InlineData("+178822800000")]
    [InlineData("178822800000 ")]
    [InlineData("178822800000x")]
    public void Notice_WithATimeThatIsNone_IsNotTaken(string time)
    {
        using var clients = Clients();

        Assert.Equal("time", clients.Notices.Check(Head(RefundDone, time), Bytes(RefundDone)).WhyNot);
    }

    /// <summary>The signed values stand without a gap: an old notice whose id holds the time of now must not be dealt out anew.</summary>
    [Fact]
    public void Notice_WithDigitsMovedBetweenItsHeaders_IsNotTaken()
    {
        using var clients = Clients();
        var old = Head(RefundDone, "1651888520935") with { RequestId = "x1788228000000" };
        old = old with { SignInfo = Sign("12345001x17882280000001651888520935V2022-03", RefundDone) };

        Assert.Equal("time", clients.Notices.Check(old, Bytes(RefundDone)).WhyNot);
        Assert.Equal("time", clients.Notices.Check(old with { RequestId = "x", RequestTime = "17882280000001651888520935" }, Bytes(RefundDone)).WhyNot);
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("""{"type":"two words"}""")]
    [InlineData("""{"type":"\uD83D"}""")]
    public void Notice_ThatCannotBeRead_IsNotTaken(string body)
    {
        using var clients = Clients();

        Assert.Equal("unreadable", Check(clients, body).WhyNot);
    }

    [Theory]
    [InlineData("id")]
    [InlineData("time")]
    [InlineData("signature")]
    public void Notice_WithoutAHeader_IsNotTaken(string missing)
    {
        using var clients = Clients();
        var head = Head(RefundDone);

        var verdict = clients.Notices.Check(
            missing switch { "id" => head with { RequestId = null }, "time" => head with { RequestTime = "" }, _ => head with { SignInfo = null } }, Bytes(RefundDone));

        Assert.Equal("incomplete", verdict.WhyNot);
    }

    /// <summary>An empty key is one that everybody has.</summary>
    [Fact]
    public void Notice_WithoutAnAccount_IsNotTaken()
    {
        using var clients = new AsiaBillClients("", new TestClock(Now), options => (options.GatewayNo, options.SignKey, options.Send) = ("", "", false));
        var signature = Convert.ToHexString(HMACSHA256.HashData(Array.Empty<byte>(), Bytes("586751788228000000V2022-03." + RefundDone)));

        Assert.Equal("not-set-up", clients.Notices.Check(new CardNoticeHead("58675", "1788228000000", "V2022-03", signature), Bytes(RefundDone)).WhyNot);
    }

    [Fact]
    public void Log_OfNotices_HoldsNoBodyAndNoSignature()
    {
        using var clients = Clients();

        Check(clients, RefundDone);
        clients.Notices.Check(Head("{}"), Bytes(RefundDone));

        var lines = string.Join('\n', clients.Log);
        Assert.DoesNotContain("0.11", lines);
        Assert.DoesNotContain(Head(RefundDone).SignInfo!, lines);
        Assert.DoesNotContain(AsiaBillClients.Key, lines);
    }

    private static AsiaBillClients Clients() => new("https://openapi.example.com", new TestClock(Now));

    private static CardNoticeVerdict Check(AsiaBillClients clients, string body) => clients.Notices.Check(Head(body), Bytes(body));

    private static CardNoticeHead Head(string signedBody, string time = "1788228000000") =>
        new("58675", time, "V2022-03", Sign("1234500158675" + time + "V2022-03", signedBody));

    private static string Sign(string head, string body) => Convert.ToHexString(HMACSHA256.HashData(Bytes(AsiaBillClients.Key), Bytes(head + "." + body)));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Text(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
