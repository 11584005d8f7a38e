using System.Globalization;
using BackOffice.Core.Settings;
using BackOffice.Core.Values;
using BackOffice.Web.Components.Shared;
using BackOffice.Web.Resources;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace BackOffice.Web.Features.Settings;

/// <summary>What the agency itself keeps of a case: one sum in one currency, or nothing.</summary>
public sealed partial class FeeCard(SaveDeskSettings save, CurrentActor current, CircuitLife life)
{
    private KeptFields? kept;
    private Followed<Written> sum = new(Written.Of(null), Written.Of(null));
    private bool isSaving;
    private bool isDone;
    private Refusal? refusal;

    [Parameter, EditorRequired]
    public required DeskSettings Desk { get; set; }

    [Parameter]
    public EventCallback OnSaved { get; set; }

    [Inject]
    public required IStringLocalizer<SettingsText> L { get; init; }

    private string Now => Desk.AgencyFee is { } now ? L["Fee.Now", MoneyText.Text(now)] : L["Fee.NowNone"];

    private string Stored => sum.Stored.Currency + " " + sum.Stored.Amount;

    protected override void OnParametersSet() => sum = sum.Follow(Written.Of(Desk.AgencyFee));

    private Task ResetAsync()
    {
        (sum, refusal) = (sum.Undo(), null);
        return ForgetAsync();
    }

    private Task ForgetAsync() => kept?.ForgetAsync() ?? Task.CompletedTask;

    private void TypeCurrency(string? typed) => Type(sum.Typed with { Currency = typed ?? "" });

    private void TypeAmount(string? typed) => Type(sum.Typed with { Amount = typed ?? "" });

    private void Type(Written typed) => (sum, isDone) = (sum.Set(typed), false);

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
            if (isDone)
            {
                // As it was understood, so that the settings around the card, still on their way, say nothing else.
                sum = sum.Set(Written.Of(Money.From(fee.Input?.Amount, fee.Input?.Currency) is { IsZero: false } money ? money : (Money?)null));
                await ForgetAsync();
            }

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

    /// <summary>A point and no grouping: a comma could mean either. No amount is no fee.</summary>
    private Outcome<Typed> Read()
    {
        if (string.IsNullOrWhiteSpace(sum.Typed.Amount))
        {
            return new Typed(null);
        }

        var code = sum.Typed.Currency.Trim().ToUpperInvariant();
        return decimal.TryParse(sum.Typed.Amount.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? new Typed(new AgencyFeeInput(number, code))
            : SettingsRefusals.AmountInvalid.With(code, Currencies.Decimals(code));
    }

    private sealed record Typed(AgencyFeeInput? Input);

    /// <summary>Both fields are one value: an amount that followed alone would stand under another currency.</summary>
    private sealed record Written(string Currency, string Amount)
    {
        public static Written Of(Money? fee) => new(fee?.Currency ?? "", fee?.ToPlainNumber() ?? "");
    }
}
