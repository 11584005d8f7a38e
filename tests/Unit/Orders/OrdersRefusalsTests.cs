using BackOffice.Core.Atlas;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace Unit.Orders;

public sealed class OrdersRefusalsTests
{
    /// <summary>What Atlas answers a quotation with, and whether it leaves open what can be done with the booking.</summary>
    [Theory]
    [InlineData(CaseKind.Void, 3, true)]
    [InlineData(CaseKind.Void, 401, true)]
    [InlineData(CaseKind.Void, 403, true)]
    [InlineData(CaseKind.Void, 900, true)]
    [InlineData(CaseKind.Void, 902, true)]
    [InlineData(CaseKind.Void, 100, true)]
    [InlineData(CaseKind.Void, 810, true)]
    [InlineData(CaseKind.Void, 901, true)]
    [InlineData(CaseKind.Void, 777, true)]
    [InlineData(CaseKind.Void, 801, true)]
    [InlineData(CaseKind.Void, 805, true)]
    [InlineData(CaseKind.Void, 814, true)]
    [InlineData(CaseKind.Void, 808, false)]
    [InlineData(CaseKind.Void, 809, false)]
    [InlineData(CaseKind.Void, 816, false)]
    [InlineData(CaseKind.Void, 817, false)]
    [InlineData(CaseKind.Void, 820, false)]
    [InlineData(CaseKind.Void, 822, false)]
    [InlineData(CaseKind.Void, 824, false)]
    [InlineData(CaseKind.Void, 841, false)]
    [InlineData(CaseKind.Void, 843, false)]
    [InlineData(CaseKind.Refund, 807, true)]
    [InlineData(CaseKind.Refund, 812, true)]
    [InlineData(CaseKind.Refund, 8041, true)]
    [InlineData(CaseKind.Refund, 802, false)]
    [InlineData(CaseKind.Refund, 811, false)]
    [InlineData(CaseKind.Refund, 816, false)]
    [InlineData(CaseKind.Refund, 821, false)]
    public void LeavesOpen_OfACode_IsTrueWhereItSaysNothingOfTheBooking(CaseKind kind, int code, bool expected) =>
        Assert.Equal(expected, OrdersRefusals.LeavesOpen(AtlasAnswers.OfQuestion(code, kind).Refusal!));

    [Fact]
    public void LeavesOpen_OfSilence_AndOfAQuestionThatCouldNotBeAsked_IsTrue()
    {
        Assert.True(OrdersRefusals.LeavesOpen(OrdersRefusals.PartnerSilent));
        Assert.True(OrdersRefusals.LeavesOpen(OrdersRefusals.FlightsUnreadable));
    }

    [Fact]
    public void LeavesOpen_OfAPoliteNo_IsFalse()
    {
        Assert.False(OrdersRefusals.LeavesOpen(OrdersRefusals.NotVoidable));
        Assert.False(OrdersRefusals.LeavesOpen(OrdersRefusals.NotRefundable));
    }
}
