using BackOffice.Core.Settings;
using BackOffice.Core.Values;
using BackOffice.Web.Resources;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace BackOffice.Web.Features.Settings;

/// <summary>When a customer's card payment may be given back, seen from the supplier's leg.</summary>
public sealed partial class CustomerPaidCard(SaveCustomerPaid save, CurrentActor current, CircuitLife life)
{
    private Followed<CustomerPaid> chosen = new(default, default);
    private bool isSaving;
    private bool isDone;
    private Refusal? refusal;

    [Parameter, EditorRequired]
    public required DeskSettings Desk { get; set; }

    [Parameter]
    public EventCallback OnSaved { get; set; }

    [Inject]
    public required IStringLocalizer<SettingsText> L { get; init; }

    protected override void OnParametersSet() => chosen = chosen.Follow(Desk.CustomerPaid);

    private void Choose(CustomerPaid choice) => (chosen, isDone) = (chosen.Set(choice), false);

    private async Task SaveAsync()
    {
        if (isSaving)
        {
            return;
        }

        (isSaving, isDone) = (true, false);
        try
        {
            var outcome = await save.ExecuteAsync(await current.GetAsync(), new SaveCustomerPaidInput(chosen.Typed, Desk.Version), life.Token);
            isDone = outcome.IsDone(out _, out refusal);
            if (isDone || refusal!.Kind is RefusalKind.Conflict)
            {
                await OnSaved.InvokeAsync();
            }
        }
        finally
        {
            isSaving = false;
        }
    }
}
