using System.Globalization;
using BackOffice.Core.Settings;
using BackOffice.Core.Values;
using BackOffice.Web.Resources;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace BackOffice.Web.Features.Settings;

/// <summary>What the agency itself keeps of a case: one sum in one currency, or nothing.</summary>
public sealed partial class FeeCard(SaveDeskSettings save, CurrentActor current, CircuitLife life)
{
    private string? currency;
    private string? amount;
    private bool isSaving;
    private bool isDone;
    private Refusal? refusal;

    [Parameter, EditorRequired]
    public required DeskSettings Desk { get; set; }

    [Parameter]
    public EventCallback OnSaved { get; set; }

    [Inject]
    public required IStringLocalizer<SettingsText> L { get; init; }

    private bool IsChanged => (currency ?? "", amount ?? "") != (Desk.AgencyFee?.Currency ?? "", Desk.AgencyFee?.ToPlainNumber() ?? "");

    protected override void OnInitialized() => Reset();

    private void Reset()
    {
        (currency, amount) = (Desk.AgencyFee?.Currency, Desk.AgencyFee?.ToPlainNumber());
        refusal = null;
    }

    private void Type(ref string? field, ChangeEventArgs changed)
    {
        field = changed.Value as string;
        isDone = false;
    }

    private async Task SaveAsync()
    {
        if (isSaving)
        {
            return;
        }

        (isSaving, isDone) = (true, false);
        try
        {
            if (!Read().IsDone(out var fee, out refusal))
            {
                return;
            }

            var input = new SaveDeskSettingsInput(Desk.SafetyMargin, Desk.QuoteGoodFor, Desk.QuietPeriod, fee.Input, Desk.Version);
            var outcome = await save.ExecuteAsync(await current.GetAsync(), input, life.Token);
            isDone = outcome.IsDone(out _, out refusal);
            if (isDone || refusal!.Is(SettingsRefusals.ChangedMeanwhile))
            {
                await OnSaved.InvokeAsync();
            }

            if (isDone)
            {
                // As it was understood; the settings around the card may still be on their way.
                var saved = Money.From(fee.Input?.Amount, fee.Input?.Currency) is { IsZero: false } money ? money : (Money?)null;
                (currency, amount) = (saved?.Currency, saved?.ToPlainNumber());
            }
        }
        finally
        {
            isSaving = false;
        }
    }

    /// <summary>A point and no grouping: a comma could mean either. No amount is no fee.</summary>
    private Outcome<Typed> Read()
    {
        if (string.IsNullOrWhiteSpace(amount))
        {
            return new Typed(null);
        }

        var code = (currency ?? "").Trim().ToUpperInvariant();
        return decimal.TryParse(amount.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? new Typed(new AgencyFeeInput(number, code))
            : SettingsRefusals.AmountInvalid.With(code, Currencies.Decimals(code));
    }

    private sealed record Typed(AgencyFeeInput? Input);
}
