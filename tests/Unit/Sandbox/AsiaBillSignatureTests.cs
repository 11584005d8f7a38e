using BackOffice.Sandbox;

namespace Unit.Sandbox;

/// <summary>The written vectors, made with two other tools; the key is invented.</summary>
public sealed class AsiaBillSignatureTests
{
    private const string Key = "not-a-real-key";

    private static readonly string[] Head = ["12345001", "58675", "1651888520935"];

    [Fact]
    public void Signature_OfALookUp_IsThatOfTheVector() =>
        Assert.Equal(
            "4AE43F60BF3530DF6720594A7540BF0045ADBE219C3AFBD2A034BEE8A241612B",
            AsiaBillSignature.Of(Key, Head, [], [KeyValuePair.Create("batchNo", "442011")]));

    [Fact]
    public void Signature_OfARefund_IsThatOfTheVector() =>
        Assert.Equal(
            "632E383DF644DF37AD025BB86A3D40EEE570DC0EDB75677B507559A8D5FF0418",
            AsiaBillSignature.Of(Key, Head, """{"merTrackNo":"CASE-0001-1","refundAmount":"0.01","refundReason":"test","refundType":"2","remark":"r","tradeNo":"2022051812003332818907"}"""u8));

    [Fact]
    public void Signature_OfAChineseReason_IsThatOfTheVector() =>
        Assert.Equal(
            "2412345EEEEE05B456580939538EEFB919D35A5D8CDB16C2B8DD038120A21354",
            AsiaBillSignature.Of(Key, Head, """{"merTrackNo":"CASE-0001-1","refundAmount":"0.01","refundReason":"客户退票","refundType":"2","remark":"a/b","tradeNo":"2022051812003332818907"}"""u8));

    [Fact]
    public void Signature_OfANotice_IsThatOfTheVector() =>
        Assert.Equal(
            "8D5580BA07567634CBAA3827F1EC12FA170139434DE0E09B0902B4B118F7477B",
            AsiaBillSignature.Of(Key, [.. Head, "V2022-03"], """{"data":{"reason":"0.11","amount":"0.11","batchNo":"452541","orderAmount":"159.82","orderNo":"NEW_API2437760267049","tradeNo":"2022041810284780668037","orderCurrency":"CNY","noticeDate":"2022-04-26 17:47:18","currency":"CNY"},"type":"refund.success"}"""u8));

    [Fact]
    public void Signature_OfAQuery_TakesValuesByNameAndNothingForAnEmptyOne() =>
        Assert.Equal(
            AsiaBillRehearsal.Sign("12345001586751651888520935.ab.body", Key),
            AsiaBillSignature.Of(Key, Head, "body"u8, query: [KeyValuePair.Create("startTime", "b"), KeyValuePair.Create("endTime", "a"), KeyValuePair.Create("orderNo", "")]));

    [Theory]
    [InlineData("abcdef", true)]
    [InlineData("ABCDEF", true)]
    [InlineData("ABCDE0", false)]
    [InlineData("ABCDEF0", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Signature_IsCompared_WithoutRegardToCase(string? given, bool fits) => Assert.Equal(fits, AsiaBillSignature.Fits("ABCDEF", given));
}
