using System.Globalization;
using BackOffice.Core.Settings;
using BackOffice.Core.Values;
using BackOffice.Web.Components.Shared;
using BackOffice.Web.Resources;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace BackOffice.Web.Features.Settings;

/// <summary>One rule while it is typed; says in a sentence what it would do.</summary>
public sealed partial class RuleDialog(SaveApprovalRule save, CurrentActor current, CircuitLife life)
{
    private KeptFields? kept;
    private string? currency;
    private string? free;
    private string? second;
    private string? sentence;
    private Refusal? refusal;

    /// <summary>The rule to change; none for a new one.</summary>
    [Parameter]
    public ApprovalRule? Rule { get; set; }

    [Parameter]
    public EventCallback OnClose { get; set; }

    /// <summary>Told the currency.</summary>
    [Parameter]
    public EventCallback<string> OnSaved { get; set; }

    /// <summary>What is typed was refused because the rule is no longer as it was shown: the list around the dialog is out of date.</summary>
    [Parameter]
    public EventCallback OnStale { get; set; }

    [Inject]
    public required IStringLocalizer<SettingsText> L { get; init; }

    /// <summary>What is typed rests on a list that is out of date.</summary>
    private bool IsOvertaken => refusal?.Kind is RefusalKind.Conflict or RefusalKind.NotFound;

    private string DraftKey => "rule:" + (Rule?.Currency ?? "new");

    private string? Over => Rule?.Version.ToString(CultureInfo.InvariantCulture);

    private string Code => (currency ?? "").Trim().ToUpperInvariant();

    protected override void OnInitialized()
    {
        (currency, free, second) = (Rule?.Currency, Rule?.FreeUpTo.ToPlainNumber(), Rule?.SecondFrom?.ToPlainNumber());
        Preview();
    }

    private void Preview() => sentence =
        Read().IsDone(out var input, out _) && SaveApprovalRule.Read(input).IsDone(out var rule, out _) ? RuleWords.Sentence(L, rule) : null;

    /// <summary>What was typed is thrown away.</summary>
    private async Task CloseAsync()
    {
        await ForgetAsync();
        await OnClose.InvokeAsync();
    }

    private Task ForgetAsync() => kept?.ForgetAsync() ?? Task.CompletedTask;

    private async Task SaveAsync()
    {
        if (!Read().IsDone(out var input, out refusal))
        {
            return;
        }

        var outcome = await save.ExecuteAsync(await current.GetAsync(), input, life.Token);
        if (outcome.IsDone(out _, out refusal))
        {
            await ForgetAsync();
            await OnSaved.InvokeAsync(input.Currency.Trim().ToUpperInvariant());
        }
        else if (IsOvertaken)
        {
            await OnStale.InvokeAsync();
        }
    }

    private Outcome<SaveApprovalRuleInput> Read()
    {
        var sums = (Free: Number(free), Second: Number(second));
        return sums is ({ } freeUpTo, { } secondFrom)
            ? new SaveApprovalRuleInput(currency ?? "", freeUpTo.Value ?? 0, secondFrom.Value, Rule?.Version)
            : SettingsRefusals.AmountInvalid.With(Code, Currencies.Decimals(Code));
    }

    /// <summary>The refusal does not say which of the two sums it means; the sum does.</summary>
    private string? MarkOf(string? sum) => FieldMarks.Mark(
        refusal?.Is(SettingsRefusals.AmountInvalid) == true && (Number(sum) is not { } typed || (typed.Value is { } value && Money.From(value, Code) is null)));

    /// <summary>A point and no grouping: a comma could mean either. Null where it is no number; empty is none given.</summary>
    private static Typed? Number(string? typed) => string.IsNullOrWhiteSpace(typed)
        ? new Typed(null)
        : decimal.TryParse(typed.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? new Typed(number) : null;

    private sealed record Typed(decimal? Value);
}
