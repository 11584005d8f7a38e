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
}
