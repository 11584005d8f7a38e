using BackOffice.Web.Features.Orders;

namespace Unit.Web.Orders;

public sealed class OrderSearchTests
{
    /// <summary>Names and e-mails never stand in an address, and neither does what could be one.</summary>
    [Theory]
    [InlineData("TESTA20260801000000001", true)]
    [InlineData("testa2026 0801 0000 00001", true)]
    [InlineData("V-2026-000001", true)]
    [InlineData("Y4 S10001", true)]
    [InlineData("S10001", true)]
    [InlineData("ZHAO/YIFAN", false)]
    [InlineData("王小明", false)]
    [InlineData("nobody@example.com", false)]
    [InlineData("<script>alert(1)</script>", false)]
    [InlineData("a@b@c", false)]
    public void MayBeInAddress_ForWhatIsTyped_KeepsPeopleOut(string typed, bool expected) => Assert.Equal(expected, OrderSearch.MayBeInAddress(typed));
}
