using BackOffice.Core.AsiaBill;
using BackOffice.Core.Payments;

namespace Unit.AsiaBill;

public sealed class AsiaBillAnswersTests
{
    /// <summary>Code, the refusal of a question (or the reason why there is no answer), and the same of a send.</summary>
    public static TheoryData<string, string, string> Table => new()
    {
        { "0000", "yes", "yes" },
        { "00000", "yes", "yes" },
        { "000", "payments.unlisted-code", "?code-000" },
        { "000000", "payments.unlisted-code", "?code-000000" },
        { "0", "payments.unlisted-code", "?code-0" },
        { "L0001", "payments.partner-account", "payments.partner-account" },
        { "L0002", "payments.partner-address", "payments.partner-address" },
        { "L0003", "payments.clock-off", "payments.clock-off" },
        { "L0004", "?code-L0004", "?code-L0004" },
        { "L0005", "payments.signature-refused", "payments.signature-refused" },
        { "L0006", "payments.unlisted-code", "?code-L0006" },
        { "P0001", "payments.rejected-request", "payments.rejected-request" },
        { "P0002", "payments.rejected-request", "payments.rejected-request" },
        { "P0003", "payments.unlisted-code", "?code-P0003" },
        { "S0001", "?code-S0001", "?code-S0001" },
        { "27", "payments.unlisted-code", "?code-27" },
        { "l0005", "payments.unlisted-code", "?code-l0005" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Code_OfAQuestionAndOfASend_MeansThis(string code, string ofQuestion, string ofSend)
    {
        Assert.Equal(ofQuestion, Word(AsiaBillAnswers.OfQuestion(code)));
        Assert.Equal(ofSend, Word(AsiaBillAnswers.OfSend(code)));
    }

    [Fact]
    public void Refusal_FromTheTable_CarriesThePartnersCode()
    {
        Assert.Equal("L0005", AsiaBillAnswers.OfQuestion("L0005").Refusal!.PartnerCode);
        Assert.Equal("L0005", AsiaBillAnswers.OfSend("L0005").Refusal!.PartnerCode);
        Assert.Equal("P0099", AsiaBillAnswers.OfQuestion("P0099").Refusal!.PartnerCode);
        Assert.Null(PaymentsRefusals.SignatureRefused.PartnerCode);
    }

    /// <summary>The list of what proves that nothing was done is closed: a code that is added to it must be added here too.</summary>
    [Fact]
    public void Send_IsRefusedBy_TheListedCodesOnly()
    {
        var all = "LPSBXlp".SelectMany(family => Enumerable.Range(0, 10_000).Select(n => FormattableString.Invariant($"{family}{n:0000}")))
            .Concat(Enumerable.Range(0, 100_000).SelectMany(n => new[] { FormattableString.Invariant($"{n}"), FormattableString.Invariant($"{n:00000}") }));

        Assert.Equal(["L0001", "L0002", "L0003", "L0005", "P0001", "P0002"], all.Where(code => AsiaBillAnswers.OfSend(code).Refusal is not null));
    }

    [Theory]
    [InlineData("pending", CardRefundStatus.Pending)]
    [InlineData("success", CardRefundStatus.Success)]
    [InlineData("SUCCESS", CardRefundStatus.Success)]
    [InlineData("fail", CardRefundStatus.Fail)]
    [InlineData("failed", null)]
    [InlineData("1", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void StatusWord_OfARefund_IsOneOfThreeOrUnlisted(string? word, CardRefundStatus? status) => Assert.Equal(status, AsiaBillAnswers.StatusOf(word));

    [Theory]
    [InlineData("L0005", 5)]
    [InlineData("99", 99)]
    [InlineData("X", 0)]
    [InlineData("99999999999999999999", 0)]
    public void Number_OfACode_IsItsDigits(string code, int number) => Assert.Equal(number, AsiaBillAnswers.NumberOf(code));

    private static string Word(AsiaBillMeaning meaning) => meaning is { Refusal: null, Unknown: null } ? "yes" : meaning.Refusal?.Name ?? "?" + meaning.Unknown;
}
