using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Settings;
using BackOffice.Core.Values;

namespace Unit.Approvals;

public sealed class SendGateTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 1, 3, 0, 0, TimeSpan.Zero);
    private static readonly DeskSettings Desk = new();

    public static TheoryData<string, SendFacts, string?> Facts { get; } = new()
    {
        { "everything fits", Good, null },
        { "no quote", Good with { CaseFingerprint = null }, "case.no-quote" },
        { "a quote without a time", Good with { QuotedAt = null }, "case.no-quote" },
        { "other figures", Good with { SeenFingerprint = "b" }, "case.figures-changed" },
        { "nothing was seen", Good with { SeenFingerprint = "" }, "case.figures-changed" },
        { "no deadline known", Good with { DeadlineAt = null }, null },
        { "a second before the last safe moment", Good with { DeadlineAt = Now.AddMinutes(2).AddSeconds(1) }, null },
        { "the last safe moment", Good with { DeadlineAt = Now.AddMinutes(2) }, "case.too-late" },
        { "past the deadline", Good with { DeadlineAt = Now.AddDays(-1) }, "case.too-late" },
        { "a quote of ten minutes", Good with { QuotedAt = Now.AddMinutes(-10) }, null },
        { "an older quote", Good with { QuotedAt = Now.AddMinutes(-10).AddMilliseconds(-1) }, "case.quote-too-old" },
        { "a quote from the future", Good with { QuotedAt = Now.AddMinutes(11) }, "case.quote-too-old" },
        { "too late comes before too old", Good with { QuotedAt = Now.AddDays(-1), DeadlineAt = Now }, "case.too-late" },
    };

    private static SendFacts Good => new(Now, Now.AddHours(1), "a", "a", Now, Desk);

    [Theory]
    [MemberData(nameof(Facts))]
    public void WhyNot_ByFacts_IsNamed(string why, SendFacts facts, string? expected) => Assert.Equal((why, expected), (why, SendGate.WhyNot(facts)?.Name));

    [Fact]
    public void Margin_SetByTheOffice_MovesTheLastSafeMoment() =>
        Assert.Equal("case.too-late", SendGate.WhyNot(Good with { Desk = new DeskSettings { SafetyMargin = TimeSpan.FromHours(1) } })?.Name);

    [Theory]
    [InlineData("agent", "", false, 0, false)]
    [InlineData("agent", "", false, 1, true)]
    [InlineData("agent", "", true, 1, true)]
    [InlineData("agent", "supervisor", true, 1, false)]
    [InlineData("agent", "supervisor", true, 2, true)]
    [InlineData("agent", "supervisor supervisor", true, 2, false)]
    [InlineData("agent", "agent", true, 1, true)]
    [InlineData("auditor", "supervisor", true, 1, true)]
    [InlineData("administrator", "", false, 0, true)]
    [InlineData("", "supervisor", true, 1, true)]
    public void WhyAuthorityGone_ByThePeopleOfNow_SaysWhetherTheSendStillStands(string requester, string approvers, bool wasApproved, int needed, bool isGone)
    {
        var asked = requester.Length == 0 ? null : Person(requester);
        var yes = approvers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Person).ToList();

        var why = SendGate.WhyAuthorityGone(asked, yes, new Money(100, "USD"), needed, wasApproved);

        Assert.Equal(isGone ? "case.authority-gone" : null, why?.Name);
    }

    private static StaffRights Person(string role) =>
        new(Guid.NewGuid(), role, true, Roles.PermissionsOf(Roles.Named(role)!.Value), null, null);
}
