using BackOffice.Core.Access;
using BackOffice.Core.Values;
using BackOffice.Web.Components.Shared;

namespace BackOffice.Web.Features.Staff;

/// <summary>What is typed about a person before it is saved.</summary>
public sealed class StaffDraft
{
    /// <summary>Null while the person is new.</summary>
    public Guid? UserId { get; private init; }

    /// <summary>The person as read last, with the version that a change is made over.</summary>
    public StaffRow? Row { get; private set; }

    /// <summary>The person as the dialog was opened: what is typed is a change of this.</summary>
    private StaffRow? Seen { get; init; }

    public string Email { get; set; } = "";

    public string Name { get; set; } = "";

    public HashSet<Role> Roles { get; } = [];

    public bool IsActive { get; set; } = true;

    public string SendAmount { get; set; } = "";

    public string SendCurrency { get; set; } = "USD";

    public string ApprovalAmount { get; set; } = "";

    public string ApprovalCurrency { get; set; } = "USD";

    public static StaffDraft Of(StaffRow row)
    {
        var draft = new StaffDraft
        {
            UserId = row.UserId, Row = row, Seen = row, Email = row.Email, Name = row.DisplayName, IsActive = row.IsActive,
            SendAmount = Typed(row.SendLimit), SendCurrency = row.SendLimit?.Currency ?? "USD",
            ApprovalAmount = Typed(row.ApprovalLimit), ApprovalCurrency = row.ApprovalLimit?.Currency ?? "USD",
        };
        draft.Roles.UnionWith(row.Roles);
        return draft;
    }

    /// <summary>
    /// The person was read anew under what is typed, which stays. A mistyped password alone makes a new version, so that one is taken over. Where a
    /// colleague has changed what can be typed here, the version stays an old one: saving is refused, however often, instead of overwriting them.
    /// </summary>
    public void Follow(StaffRow now) => Row = now with { Version = IsSeen(now) ? now.Version : Row!.Version };

    /// <summary>A colleague has changed what can be typed here since the dialog was opened.</summary>
    public bool IsOvertaken => Row is { } row && !IsSeen(row);

    /// <summary>An empty amount is no limit; one that is no amount of the currency is refused, not guessed.</summary>
    public bool TryReadLimits(out Money? sendLimit, out Money? approvalLimit)
    {
        var isSendGood = TryRead(SendAmount, SendCurrency, out sendLimit);
        return TryRead(ApprovalAmount, ApprovalCurrency, out approvalLimit) && isSendGood;
    }

    public CreateStaffInput ToCreate(Money? sendLimit, Money? approvalLimit) =>
        new() { Email = Email, DisplayName = Name, Roles = Roles, SendLimit = sendLimit, ApprovalLimit = approvalLimit };

    public ChangeStaffInput ToChange(Guid userId, Money? sendLimit, Money? approvalLimit) => new()
    {
        UserId = userId, Version = Row!.Version, DisplayName = Name, Roles = Roles, IsActive = IsActive, SendLimit = sendLimit, ApprovalLimit = approvalLimit,
    };

    private bool IsSeen(StaffRow now) =>
        (now.DisplayName, now.IsActive, now.SendLimit, now.ApprovalLimit) == (Seen!.DisplayName, Seen.IsActive, Seen.SendLimit, Seen.ApprovalLimit) && now.Roles.SequenceEqual(Seen.Roles);

    private static string Typed(Money? money) => money is { } value ? value.ToPlainNumber() : "";

    private static bool TryRead(string amount, string currency, out Money? money)
    {
        money = null;
        if (string.IsNullOrWhiteSpace(amount))
        {
            return true;
        }

        money = TypedMoney.Read(amount, currency);
        return money is not null;
    }
}
