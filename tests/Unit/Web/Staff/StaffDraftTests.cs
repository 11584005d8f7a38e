using BackOffice.Core.Access;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Staff;

namespace Unit.Web.Staff;

public sealed class StaffDraftTests
{
    /// <summary>A comma could mean either: as a limit 200,00 must not become twenty thousand.</summary>
    [Theory]
    [InlineData("200.00", null, 20_000L)]
    [InlineData("200", null, 20_000L)]
    [InlineData("200,00", "access.send-limit-invalid", null)]
    [InlineData("1,000", "access.send-limit-invalid", null)]
    [InlineData("", null, null)]
    public void Limit_WithAComma_IsRefused(string typed, string? refusal, long? minor)
    {
        var draft = new StaffDraft { SendAmount = typed, SendCurrency = "USD" };

        Assert.Equal(refusal, draft.WhyNotLimits(out var send, out _)?.Name);
        Assert.Equal(minor is { } amount ? new Money(amount, "USD") : null, send);
    }

    [Fact]
    public void ApprovalLimit_ThatCannotBeRead_IsNamed() =>
        Assert.Equal("access.approval-limit-invalid", new StaffDraft { SendAmount = "200", ApprovalAmount = "1,000" }.WhyNotLimits(out _, out _)?.Name);

    /// <summary>What was typed about one person never comes back in the dialog of another.</summary>
    [Fact]
    public void Key_OfEachPerson_IsTheirOwn() =>
        Assert.Equal(("staff:new", $"staff:{Row.UserId}"), (new StaffDraft().Key, StaffDraft.Of(Row).Key));

    [Fact]
    public void SignIn_BegunAfresh_LeavesTheTypedNameAndLetsItBeSaved()
    {
        var draft = StaffDraft.Of(Row);
        draft.Name = "Ana Agent";

        draft.Follow(Row with { PasswordIsInitial = true, Version = "2" });

        Assert.Equal(("Ana Agent", "2"), (draft.Name, draft.ToChange(Row.UserId, null, null).Version));
    }

    /// <summary>Saving must then be refused: what the colleague set was never seen here.</summary>
    [Fact]
    public void SignIn_BegunAfreshAfterAColleaguesChange_KeepsTheVersionThatWasSeen()
    {
        var draft = StaffDraft.Of(Row);

        draft.Follow(Row with { Roles = [Role.Agent, Role.Supervisor], Version = "3" });

        Assert.Equal("1", draft.ToChange(Row.UserId, null, null).Version);
    }

    /// <summary>A refusal is followed by a look each time: the second one must not take the colleague's change for what was seen.</summary>
    [Fact]
    public void Person_LookedAtTwiceAfterAColleaguesChange_KeepsTheVersionThatWasSeen()
    {
        var draft = StaffDraft.Of(Row);
        var theirs = Row with { SendLimit = new Money(50_000, "USD"), Version = "3" };

        draft.Follow(theirs);
        draft.Follow(theirs);

        Assert.Equal("1", draft.ToChange(Row.UserId, null, null).Version);
    }

    /// <summary>What was typed is brought back over what it was typed over: a mistyped password of the person's changes nothing of that.</summary>
    [Fact]
    public void Stamp_OfAPerson_ChangesOnlyWithWhatCanBeTyped()
    {
        var stamp = StaffDraft.Of(Row).Stamp;

        Assert.Equal(stamp, StaffDraft.Of(Row with { Version = "2", LockedUntil = Row.CreatedAt.AddYears(1), PasswordIsInitial = true, Passkeys = 1 }).Stamp);
        StaffRow[] others =
        [
            Row with { DisplayName = "Anna" }, Row with { IsActive = false }, Row with { Roles = [Role.Agent, Role.Supervisor] },
            Row with { SendLimit = new Money(50_000, "USD") }, Row with { ApprovalLimit = new Money(50_000, "USD") },
        ];
        Assert.Equal(6, others.Select(o => StaffDraft.Of(o).Stamp).Append(stamp).Distinct(StringComparer.Ordinal).Count());
        Assert.Null(new StaffDraft().Stamp);
    }

    /// <summary>The dialog stays open over what it was opened with.</summary>
    [Fact]
    public void Stamp_AfterAColleaguesChange_IsThatOfWhatWasSeen()
    {
        var draft = StaffDraft.Of(Row);

        draft.Follow(Row with { DisplayName = "Anna", Version = "2" });

        Assert.Equal(StaffDraft.Of(Row).Stamp, draft.Stamp);
    }

    [Fact]
    public void Person_LockedMeanwhile_IsShownLocked()
    {
        var draft = StaffDraft.Of(Row);

        draft.Follow(Row with { LockedUntil = Row.CreatedAt.AddYears(1), Version = "2" });

        Assert.NotNull(draft.Row?.LockedUntil);
    }

    private static StaffRow Row { get; } = new()
    {
        UserId = Guid.NewGuid(), DisplayName = "Ana", Email = "ana@example.com", Roles = [Role.Agent], IsActive = true, HasSecondFactor = false, Passkeys = 0,
        PasswordIsInitial = false, CreatedAt = new DateTimeOffset(2026, 9, 1, 3, 0, 0, TimeSpan.Zero), Version = "1",
    };
}
