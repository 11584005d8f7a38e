using BackOffice.Core.Orders;

namespace Unit.Orders;

public sealed class RefundWishTests
{
    /// <summary>An order that is read anew may spell its passengers otherwise: nobody gets a second refund for that.</summary>
    [Theory]
    [InlineData("ZHAO", "YIFAN", true)]
    [InlineData("Zhao", "Yi-Fan", true)]
    [InlineData("ZHAO", "YI FAN", true)]
    [InlineData("ZHAO", "YI", false)]
    [InlineData("YIFAN", "ZHAO", false)]
    public void Overlap_IsToldByTheLettersOfTheNames(string last, string first, bool expected)
    {
        var one = Wish(new("QIAN", "ER"), new("ZHAO", "YIFAN"));
        var other = Wish(new("SUN", "SAN"), new(last, first));

        Assert.Equal((expected, expected), (one.Overlaps(other), other.Overlaps(one)));
    }

    private static RefundWish Wish(params RefundPassenger[] passengers) => new(RefundReason.Voluntary, passengers, null);
}
