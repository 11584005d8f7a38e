using BackOffice.Core.Payments;

namespace Unit.Payments;

public sealed class TradeNoTests
{
    [Theory]
    [InlineData("2022051812003332818907")]
    [InlineData(" 2022 0518 1200 3332 8189 07\t")]
    public void TradeNo_OfTwentyTwoDigits_IsRead(string typed) => Assert.Equal("2022051812003332818907", TradeNo.Read(typed).Require().Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("202205181200333281890")]
    [InlineData("20220518120033328189070")]
    [InlineData("2.02205181200333281E21")]
    [InlineData("２０２２０５１８１２００３３３２８１８９０７")]
    public void TradeNo_OfAnythingElse_IsRefused(string? typed)
    {
        Assert.True(TradeNo.Read(typed).Refusal!.Is(PaymentsRefusals.TradeNoInvalid));
        Assert.ThrowsAny<Exception>(() => TradeNo.Of(typed!));
    }
}
