using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Orders;
using BackOffice.Core.Settings;
using BackOffice.Core.Values;

namespace Unit.Approvals;

public sealed class ApprovalRulesTests
{
    private static readonly Guid Requester = Guid.NewGuid();
    private static readonly Guid Voter = Guid.NewGuid();
    private static readonly ApprovalRule Dollars = new() { Currency = "USD", FreeUpToMinor = 20_000, SecondFromMinor = 100_000 };
    private static readonly ApprovalRule Yen = new() { Currency = "JPY", FreeUpToMinor = 20_000, SecondFromMinor = null };
    private static readonly ApprovalRule Never = new() { Currency = "USD", FreeUpToMinor = 0 };

    public static TheoryData<string, Money?, RefundMethod, ApprovalRule?, StaffRights, int> Needs { get; } = new()
    {
        { "up to both limits", Usd(20_000), RefundMethod.Cash, Dollars, Agent(Usd(20_000)), 0 },
        { "a cent above the rule", Usd(20_001), RefundMethod.Cash, Dollars, Agent(Usd(90_000)), 1 },
        { "a cent above the own limit", Usd(5_001), RefundMethod.Cash, Dollars, Agent(Usd(5_000)), 1 },
        { "no own limit", Usd(1), RefundMethod.Cash, Dollars, Agent(null), 1 },
        { "an own limit in another currency", Usd(100), RefundMethod.Cash, Dollars, Agent(new Money(1_000_000, "EUR")), 1 },
        { "nobody who may send", Usd(100), RefundMethod.Cash, Dollars, Person([Permission.WorkCases], Usd(20_000)), 1 },
        { "a disabled sender", Usd(100), RefundMethod.Cash, Dollars, Agent(Usd(20_000)) with { IsActive = false }, 1 },
        { "a cent below the second threshold", Usd(99_999), RefundMethod.Cash, Dollars, Agent(Usd(90_000)), 1 },
        { "the second threshold", Usd(100_000), RefundMethod.Cash, Dollars, Agent(Usd(900_000)), 2 },
        { "no rule for the currency", Usd(1), RefundMethod.Cash, null, Agent(Usd(20_000)), 1 },
        { "a rule of another currency", Usd(1), RefundMethod.Cash, Yen, Agent(Usd(20_000)), 1 },
        { "a rule that lets nothing go", Usd(1), RefundMethod.Cash, Never, Agent(Usd(20_000)), 1 },
        { "several currencies, or no sum", null, RefundMethod.Cash, Dollars, Agent(Usd(20_000)), 1 },
        { "a voucher", Usd(1), RefundMethod.Voucher, Dollars, Agent(Usd(20_000)), 1 },
        { "a method nobody lists", Usd(1), RefundMethod.Other, Dollars, Agent(Usd(20_000)), 1 },
        { "yen have no cents", new Money(20_000, "JPY"), RefundMethod.Cash, Yen, Agent(new Money(20_000, "JPY")), 0 },
        { "yen without a second threshold", new Money(9_000_000, "JPY"), RefundMethod.Cash, Yen, Agent(new Money(20_000, "JPY")), 1 },
    };

    public static TheoryData<string, StaffRights, ApprovalFacts, string?> Deciders { get; } = new()
    {
        { "another supervisor", Supervisor(), Asked(Usd(100)), null },
        { "an agent", Agent(null), Asked(Usd(100)), "access.not-allowed" },
        { "a disabled supervisor", Supervisor() with { IsActive = false }, Asked(Usd(100)), "access.not-allowed" },
        { "the requester", Supervisor() with { UserId = Requester }, Asked(Usd(100)), "approval.own-request" },
        { "somebody who has voted", Supervisor() with { UserId = Voter }, Asked(Usd(100)), "approval.already-decided" },
        { "up to the limit", Supervisor(Usd(100)), Asked(Usd(100)), null },
        { "a cent above the limit", Supervisor(Usd(100)), Asked(Usd(101)), "approval.above-limit" },
        { "a limit in another currency", Supervisor(new Money(1_000_000, "EUR")), Asked(Usd(100)), "approval.above-limit" },
        { "a limit, and no sum to hold against it", Supervisor(Usd(100_000)), Asked(null), "approval.above-limit" },
        { "no limit, and no sum", Supervisor(), Asked(null), null },
    };

    [Theory]
    [MemberData(nameof(Needs))]
    public void Needed_ByAmountAndPerson_IsTheNumberOfOthers(string why, Money? amount, RefundMethod method, ApprovalRule? rule, StaffRights sender, int expected) =>
        Assert.Equal((why, expected), (why, ApprovalRules.Needed(amount, method, rule, sender)));

    /// <summary>An earlier attempt may have paid: nobody sends the next one alone, and a sum that needs two needs two.</summary>
    [Theory]
    [InlineData(100, 1)]
    [InlineData(50_000, 1)]
    [InlineData(100_000, 2)]
    public void Needed_AfterAnUnknownAttempt_IsAtLeastOne(long minor, int expected) =>
        Assert.Equal(expected, ApprovalRules.Needed(Usd(minor), RefundMethod.Cash, Dollars, Agent(Usd(20_000)), isAfterUnknown: true));

    [Theory]
    [MemberData(nameof(Deciders))]
    public void WhyNot_ByPerson_IsNamed(string who, StaffRights person, ApprovalFacts request, string? expected) =>
        Assert.Equal((who, expected), (who, ApprovalRules.WhyNot(person, request)?.Name));

    [Fact]
    public void StillCarries_WhenAsManyAsNeededMayStillDecide_IsTrue() =>
        Assert.True(ApprovalRules.StillCarries([Supervisor(), Supervisor(Usd(100))], Requester, Usd(100), 2));

    [Fact]
    public void StillCarries_CountsNobodyTwice()
    {
        var one = Supervisor();

        Assert.False(ApprovalRules.StillCarries([one, one], Requester, Usd(100), 2));
    }

    [Fact]
    public void StillCarries_WithoutAnybody_IsFalse() => Assert.False(ApprovalRules.StillCarries([], Requester, Usd(100), 1));

    [Fact]
    public void StillCarries_WhenTheOnlyYesIsTheRequesters_IsFalse() =>
        Assert.False(ApprovalRules.StillCarries([Supervisor() with { UserId = Requester }], Requester, Usd(100), 1));

    [Fact]
    public void StillCarries_WhenTheApproverWasDisabledOrLostTheRightOrTheLimit_IsFalse() =>
        Assert.Equal(
            [false, false, false],
            new[] { Supervisor() with { IsActive = false }, Agent(null), Supervisor(Usd(99)) }.Select(p => ApprovalRules.StillCarries([p], Requester, Usd(100), 1)));

    private static ApprovalFacts Asked(Money? amount) => new(Requester, amount, [Voter]);

    private static StaffRights Agent(Money? sendLimit) => Person(Roles.PermissionsOf(Role.Agent), sendLimit);

    private static StaffRights Supervisor(Money? approvalLimit = null) => Person(Roles.PermissionsOf(Role.Supervisor), null) with { ApprovalLimit = approvalLimit };

    private static StaffRights Person(IEnumerable<Permission> permissions, Money? sendLimit) =>
        new(Guid.NewGuid(), "Somebody", true, permissions.ToHashSet(), sendLimit, null);

    private static Money Usd(long minor) => new(minor, "USD");
}
