using BackOffice.Core.Health;
using BackOffice.Core.Values;
using BackOffice.Web.Resources;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace BackOffice.Web.Features.Health;

/// <summary>How the desk is doing, at the press of a button: a page that looks by itself would be one more thing to wait for.</summary>
public sealed partial class HealthPage(ReadHealth read, CurrentActor current, CircuitLife life)
{
    private HealthView? view;
    private IReadOnlyList<string> worries = [];
    private Refusal? refusal;

    [Inject]
    public required IStringLocalizer<HealthText> L { get; init; }

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var outcome = await read.ExecuteAsync(await current.GetAsync(), life.Token);
        view = outcome.IsDone(out var found, out refusal) ? found : null;
        worries = view is null ? [] : [.. HealthWorries.Of(view).Select(w => L["Worry." + w.Name, [.. w.Arguments.Select(a => (object)L[a].Value)]].Value)];
    }
}
