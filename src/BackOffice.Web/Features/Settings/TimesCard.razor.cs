using BackOffice.Core.Settings;
using BackOffice.Core.Values;
using BackOffice.Web.Components.Shared;
using BackOffice.Web.Resources;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace BackOffice.Web.Features.Settings;

/// <summary>The three times the desk lives by, in whole minutes, each with what it does.</summary>
public sealed partial class TimesCard(SaveDeskSettings save, CurrentActor current, CircuitLife life)
{
    private KeptFields? kept;
    private Followed<int?> margin = new(null, null);
    private Followed<int?> quote = new(null, null);
    private Followed<int?> quiet = new(null, null);
    private bool isSaving;
    private bool isDone;
    private Refusal? refusal;

    [Parameter, EditorRequired]
    public required DeskSettings Desk { get; set; }

    [Parameter]
    public EventCallback OnSaved { get; set; }

    [Inject]
    public required IStringLocalizer<SettingsText> L { get; init; }

    private IEnumerable<TimeField> Times =>
    [
        new("margin", "Margin", margin, SaveDeskSettings.SafetyMargin, typed => margin = margin.Set(typed)),
        new("quote", "QuoteLife", quote, SaveDeskSettings.QuoteGoodFor, typed => quote = quote.Set(typed)),
        new("quiet", "QuietPeriod", quiet, SaveDeskSettings.QuietPeriod, typed => quiet = quiet.Set(typed)),
    ];

    private string Stored => $"{margin.Stored}/{quote.Stored}/{quiet.Stored}";

    private bool IsChanged => margin.IsTouched || quote.IsTouched || quiet.IsTouched;

    protected override void OnParametersSet() => (margin, quote, quiet) =
        (margin.Follow(Minutes(Desk.SafetyMargin)), quote.Follow(Minutes(Desk.QuoteGoodFor)), quiet.Follow(Minutes(Desk.QuietPeriod)));

    private Task ResetAsync()
    {
        (margin, quote, quiet, refusal) = (margin.Undo(), quote.Undo(), quiet.Undo(), null);
        return ForgetAsync();
    }

    private Task ForgetAsync() => kept?.ForgetAsync() ?? Task.CompletedTask;

    private void Type(TimeField time, int? typed)
    {
        time.Set(typed);
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
            var input = new SaveDeskSettingsInput(Time(margin.Typed), Time(quote.Typed), Time(quiet.Typed), AgencyFeeInput.Of(Desk.AgencyFee), Desk.Version);
            var outcome = await save.ExecuteAsync(await current.GetAsync(), input, life.Token);
            isDone = outcome.IsDone(out _, out refusal);
            if (isDone)
            {
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

    private static TimeSpan Time(int? minutes) => TimeSpan.FromMinutes(minutes ?? 0);

    private static int Minutes(TimeSpan time) => (int)time.TotalMinutes;

    private sealed record TimeField(string Id, string Text, Followed<int?> Value, (TimeSpan Least, TimeSpan Most) Range, Action<int?> Set)
    {
        public int Least => Minutes(Range.Least);

        public int Most => Minutes(Range.Most);
    }
}
