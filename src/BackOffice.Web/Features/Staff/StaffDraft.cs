using System.Security.Cryptography;
using System.Text;
using BackOffice.Core.Access;
using BackOffice.Core.Values;
using BackOffice.Web.Components.Shared;

namespace BackOffice.Web.Features.Staff;

/// <summary>What is typed about a person before it is saved.</summary>
public sealed class StaffDraft
{
    private const int StampLetters = 16;

    /// <summary>Null while the person is new.</summary>
    public Guid? UserId { get; private init; }

    /// <summary>What is typed about this person is kept in the tab under it.</summary>
    public string Key => UserId is { } id ? $"staff:{id}" : "staff:new";

    /// <summary>
    /// Another one where a colleague has changed what can be typed here; null while the person is new. A mistyped password alone, which makes a new
    /// version, does not change it. It says nothing of the person: browsers keep it.
    /// </summary>
    public string? Stamp => Seen is { } seen ? Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Typeable(seen))))[..StampLetters] : null;

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

    /// <summary>Which of the limits cannot be read, or null. An empty amount is none; one that is no amount of the currency is refused, not guessed.</summary>
    public Refusal? WhyNotLimits(out Money? sendLimit, out Money? approvalLimit)
    {
        var isSendGood = TryRead(SendAmount, SendCurrency, out sendLimit);
        var isApprovalGood = TryRead(ApprovalAmount, ApprovalCurrency, out approvalLimit);
        return (isSendGood, isApprovalGood) switch
        {
            (false, _) => AccessRefusals.SendLimitInvalid,
            (_, false) => AccessRefusals.ApprovalLimitInvalid,
            _ => null,
        };
    }

    public CreateStaffInput ToCreate(Money? sendLimit, Money? approvalLimit) =>
        new() { Email = Email, DisplayName = Name, Roles = Roles, SendLimit = sendLimit, ApprovalLimit = approvalLimit };

    public ChangeStaffInput ToChange(Guid userId, Money? sendLimit, Money? approvalLimit) => new()
    {
        UserId = userId, Version = Row!.Version, DisplayName = Name, Roles = Roles, IsActive = IsActive, SendLimit = sendLimit, ApprovalLimit = approvalLimit,
    };

    private bool IsSeen(StaffRow now) => Typeable(now) == Typeable(Seen!);

    /// <summary>What of a person can be typed here, in one text.</summary>
    private static string Typeable(StaffRow row) =>
        string.Join('\n', [row.DisplayName, row.IsActive ? "active" : "", row.SendLimit?.ToString(), row.ApprovalLimit?.ToString(), .. row.Roles.Select(role => role.ToString())]);

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
