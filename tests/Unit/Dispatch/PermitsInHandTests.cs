using BackOffice.Core.Dispatch;
using BackOffice.Core.Values;

namespace Unit.Dispatch;

public sealed class PermitsInHandTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;
    private readonly PermitsInHand hand = new();

    [Fact]
    public void TakeUp_WhatIsInHand_IsLeft()
    {
        var (one, other) = (Permit(1), Permit(2));
        Assert.Equal([one], hand.TakeUp([one], 8));

        Assert.Equal([other], hand.TakeUp([one, other], 8));
        hand.PutDown(one);

        Assert.Equal([one], hand.TakeUp([one, other], 8));
    }

    /// <summary>Eight refunds that hang leave the voids their own places.</summary>
    [Fact]
    public void TakeUp_OfOneKind_LeavesRoomForTheOthers()
    {
        var refunds = Enumerable.Range(1, 3).Select(i => Permit(i, CaseKind.Refund)).ToList();
        var @void = Permit(9);

        Assert.Equal([refunds[0], refunds[1], @void], hand.TakeUp([.. refunds, @void], 2));
        Assert.Empty(hand.TakeUp([.. refunds, @void], 2));
    }

    [Fact]
    public void TakeUp_OfMoreThanFit_TakesTheWindowThatClosesFirst()
    {
        var (late, none, soon) = (Permit(1, deadline: Now.AddHours(3)), Permit(2), Permit(3, deadline: Now.AddMinutes(10)));

        Assert.Equal([soon, late], hand.TakeUp([late, none, soon], 2));
    }

    /// <summary>Those that cannot be quoted come back every time; the others have their turn first.</summary>
    [Fact]
    public void TakeUp_AfterTriesThatFailed_GivesTheOthersTheirTurn()
    {
        var planned = Enumerable.Range(1, 5).Select(i => Permit(i, deadline: Now.AddMinutes(i))).ToList();

        var turns = Enumerable.Range(0, 3).Select(_ =>
        {
            var taken = hand.TakeUp(planned, 2);
            foreach (var permit in taken)
            {
                hand.PutDown(permit);
            }

            return taken;
        }).ToList();

        Assert.Equal([planned[0], planned[1]], turns[0]);
        Assert.Equal([planned[2], planned[3]], turns[1]);
        Assert.Equal([planned[4], planned[0]], turns[2]);
    }

    private static PlannedPermit Permit(int number, CaseKind kind = CaseKind.Void, DateTimeOffset? deadline = null) =>
        new(new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]), kind, deadline, Now.AddSeconds(number));
}
