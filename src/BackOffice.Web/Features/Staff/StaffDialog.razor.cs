using BackOffice.Core.Access;
using BackOffice.Core.Values;
using BackOffice.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace BackOffice.Web.Features.Staff;

/// <summary>Makes a person or changes one; what was typed stays until it is saved or thrown away.</summary>
public sealed partial class StaffDialog
{
    private SignInPart? asked;

    [Parameter, EditorRequired]
    public required StaffDraft Draft { get; set; }

    [Parameter]
    public Refusal? Refusal { get; set; }

    /// <summary>What of the sign-in was just begun afresh.</summary>
    [Parameter]
    public SignInPart? Done { get; set; }

    /// <summary>The person's new password, while it has not been handed over.</summary>
    [Parameter]
    public HandedPassword? Handed { get; set; }

    /// <summary>Nobody changes themselves: everything is shown and nothing can be touched.</summary>
    [Parameter]
    public bool IsOneself { get; set; }

    [Parameter]
    public EventCallback OnSave { get; set; }

    [Parameter]
    public EventCallback<SignInPart> OnReset { get; set; }

    [Parameter]
    public EventCallback OnHanded { get; set; }

    [Parameter]
    public EventCallback OnClose { get; set; }

    /// <summary>A limit is two fields: what is no currency is marked there, everything else at the amount.</summary>
    private string? MarkOf(Refusal ofTheLimit, string currency, bool isCurrency) =>
        FieldMarks.Mark(Refusal?.Is(ofTheLimit) == true && (TypedMoney.WhyNotKey(currency) is not null) == isCurrency);

    private Task ResetAsync(SignInPart part)
    {
        asked = null;
        return OnReset.InvokeAsync(part);
    }

    private void Set(Role role, bool isHeld)
    {
        if (isHeld)
        {
            Draft.Roles.Add(role);
        }
        else
        {
            Draft.Roles.Remove(role);
        }
    }
}
