using BackOffice.Core.Orders;
using BackOffice.Web.Features.Orders;

namespace Unit.Web.Orders;

public sealed class LightTurnTests
{
    private static readonly DateTimeOffset End = new(2026, 9, 1, 14, 59, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-60, -8)]
    [InlineData(-8, 0)]
    [InlineData(-1, 0)]
    [InlineData(0, 10)]
    [InlineData(30, 40)]
    public void Turn_IsTheLastSafeMomentThenTheEndThenEveryTenMinutes(int nowMinutes, int turnMinutes)
    {
        var deadline = new Deadline { At = End, Limit = DeadlineLimit.SameDay, Certainty = DeadlineCertainty.Certain };

        Assert.Equal(End.AddMinutes(turnMinutes), LightTurn.After(End.AddMinutes(nowMinutes), deadline, TimeSpan.FromMinutes(8)));
    }

    [Fact]
    public void Turn_OfAYesWithoutAnEnd_IsInTenMinutes()
    {
        var unknown = new Deadline { Limit = DeadlineLimit.None, Certainty = DeadlineCertainty.NotCertain };

        Assert.Equal(End.AddMinutes(10), LightTurn.After(End, unknown, TimeSpan.FromMinutes(8)));
    }

    [Fact]
    public void Turn_WithoutAYes_IsNone() => Assert.Null(LightTurn.After(End, null, TimeSpan.FromMinutes(8)));
}
