using BackOffice.Core.Access;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Staff;

namespace Unit.Web.Staff;

public sealed class StaffDraftTests
{
    /// <summary>A comma could mean either: as a limit 200,00 must not become twenty thousand.</summary>
    [Theory]
    [InlineData("200.00", true, 20_000L)]
    [InlineData("200", true, 20_000L)]
    [InlineData("200,00", false, null)]
    [InlineData("1,000", false, null)]
    [InlineData("", true, null)]
    public void Limit_WithAComma_IsRefused(string typed, bool isRead, long? minor)
    {
        var draft = new StaffDraft { SendAmount = typed, SendCurrency = "USD" };

        Assert.Equal(isRead, draft.TryReadLimits(out var send, out _));
        Assert.Equal(minor is { } amount ? new Money(amount, "USD") : null, send);
    }

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
