using BackOffice.Core.Settings;
using BackOffice.Core.Values;
using BackOffice.Web.Session;

namespace BackOffice.Web.Features.Settings;

/// <summary>The office's own rules: who must agree, the times the desk lives by, and where the partners are.</summary>
public sealed partial class SettingsPage(ReadSettings read, CurrentActor current, CircuitLife life)
{
    private SettingsView? view;
    private Refusal? refusal;

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var outcome = await read.ExecuteAsync(await current.GetAsync(), life.Token);
        view = outcome.IsDone(out var found, out refusal) ? found : null;
    }
}
