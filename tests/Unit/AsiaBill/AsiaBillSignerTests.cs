using System.Text;
using BackOffice.Core.AsiaBill;

namespace Unit.AsiaBill;

/// <summary>The vectors were computed with two other tools. They prove that the rule is followed as it is understood, not that AsiaBill agrees.</summary>
public sealed class AsiaBillSignerTests
{
    private const string Head = "12345001586751651888520935";

    private const string Refund =
        """{"merTrackNo":"CASE-0001-1","refundAmount":"0.01","refundReason":"test","refundType":"2","remark":"r","tradeNo":"2022051812003332818907"}""";

    private const string ChineseRefund =
        """{"merTrackNo":"CASE-0001-1","refundAmount":"0.01","refundReason":"客户退票","refundType":"2","remark":"a/b","tradeNo":"2022051812003332818907"}""";

    private const string Notice =
        """{"data":{"reason":"0.11","amount":"0.11","batchNo":"452541","orderAmount":"159.82","orderNo":"NEW_API2437760267049","tradeNo":"2022041810284780668037","orderCurrency":"CNY","noticeDate":"2022-04-26 17:47:18","currency":"CNY"},"type":"refund.success"}""";

    public static TheoryData<string, string, string, string> Vectors => new()
    {
        { Head, "442011", "", "4AE43F60BF3530DF6720594A7540BF0045ADBE219C3AFBD2A034BEE8A241612B" },
        { Head, "", Refund, "632E383DF644DF37AD025BB86A3D40EEE570DC0EDB75677B507559A8D5FF0418" },
        { Head, "", ChineseRefund, "2412345EEEEE05B456580939538EEFB919D35A5D8CDB16C2B8DD038120A21354" },
        { Head + "V2022-03", "", Notice, "8D5580BA07567634CBAA3827F1EC12FA170139434DE0E09B0902B4B118F7477B" },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Signature_OfAKnownText_IsTheKnownOne(string head, string path, string body, string signature)
    {
        var text = Text(head, path, body);

        Assert.Equal(signature, AsiaBillSigner.Sign("not-a-real-key", text));
        Assert.True(AsiaBillSigner.IsGood("not-a-real-key", text, signature));
        Assert.True(AsiaBillSigner.IsGood("not-a-real-key", text, signature.ToLowerInvariant()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("4AE43F60BF3530DF6720594A7540BF0045ADBE219C3AFBD2A034BEE8A2416A2B")]
    [InlineData("4AE43F60BF3530DF6720594A7540BF0045ADBE219C3AFBD2A034BEE8A241612")]
    [InlineData("4AE43F60BF3530DF6720594A7540BF0045ADBE219C3AFBD2A034BEE8A241612B00")]
    [InlineData("ZAE43F60BF3530DF6720594A7540BF0045ADBE219C3AFBD2A034BEE8A241612B")]
    [InlineData("４AE43F60BF3530DF6720594A7540BF0045ADBE219C3AFBD2A034BEE8A241612B")]
    public void Signature_ThatIsAnother_IsNotGood(string? signature) => Assert.False(AsiaBillSigner.IsGood("not-a-real-key", Text(Head, "442011", ""), signature));

    [Fact]
    public void Signature_WithAnotherKey_IsNotGood() =>
        Assert.False(AsiaBillSigner.IsGood("not-a-real-kez", Text(Head, "442011", ""), "4AE43F60BF3530DF6720594A7540BF0045ADBE219C3AFBD2A034BEE8A241612B"));

    /// <summary>Each part in its place with one full stop between, and none for a part that is not there.</summary>
    [Fact]
    public void Parts_OfAText_AreJoinedByFullStops()
    {
        var whole = new SignedText("h") { Path = "p", Query = "q", Body = "b"u8.ToArray() };

        Assert.Equal(Signed("h.p.q.b"), AsiaBillSigner.Sign("k", whole));
        Assert.Equal(Signed("h.q"), AsiaBillSigner.Sign("k", new SignedText("h") { Query = "q" }));
        Assert.Equal(Signed("h.q.b"), AsiaBillSigner.Sign("k", whole with { Path = "" }));
    }

    [Fact]
    public void Values_OfAPathOrAQuery_AreGluedByTheirNames() =>
        Assert.Equal("12z", AsiaBillSigner.Glued([new("b", "2"), new("empty", ""), new("pageSize", "z"), new("a", "1")]));

    private static SignedText Text(string head, string path, string body) => new(head) { Path = path, Body = Encoding.UTF8.GetBytes(body) };

    private static string Signed(string text) => Convert.ToHexString(System.Security.Cryptography.HMACSHA256.HashData("k"u8, Encoding.UTF8.GetBytes(text)));
}
