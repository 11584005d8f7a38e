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

        draft.SignInChanged(Row with { PasswordIsInitial = true, Version = "2" });

        Assert.Equal(("Ana Agent", "2"), (draft.Name, draft.ToChange(Row.UserId, null, null).Version));
    }

    /// <summary>Saving must then be refused: what the colleague set was never seen here.</summary>
    [Fact]
    public void SignIn_BegunAfreshAfterAColleaguesChange_KeepsTheVersionThatWasSeen()
    {
        var draft = StaffDraft.Of(Row);

        draft.SignInChanged(Row with { Roles = [Role.Agent, Role.Supervisor], Version = "3" });

        Assert.Equal("1", draft.ToChange(Row.UserId, null, null).Version);
    }

    private static StaffRow Row { get; } = new()
    {
        UserId = Guid.NewGuid(), DisplayName = "Ana", Email = "ana@example.com", Roles = [Role.Agent], IsActive = true, HasSecondFactor = false, Passkeys = 0,
        PasswordIsInitial = false, CreatedAt = new DateTimeOffset(2026, 9, 1, 3, 0, 0, TimeSpan.Zero), Version = "1",
    };
}
