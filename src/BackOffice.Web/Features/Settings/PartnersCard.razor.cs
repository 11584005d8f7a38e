using BackOffice.Core.Payments;
using BackOffice.Core.Settings;
using BackOffice.Core.Values;
using BackOffice.Web.Components.Shared;
using BackOffice.Web.Resources;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace BackOffice.Web.Features.Settings;

/// <summary>Where the partners are, to look at; and, live, the one thing that can be told Atlas from here: where its notices go.</summary>
public sealed partial class PartnersCard(RegisterWebhook register, CurrentActor current, CircuitLife life)
{
    private const string Dots = "••••••••";

    private KeptFields? kept;
    private string? typed;
    private bool isRunning;
    private bool isDone;
    private Refusal? refusal;

    [Parameter, EditorRequired]
    public required PartnerFacts Partners { get; set; }

    [Parameter, EditorRequired]
    public required CardConnection Cards { get; set; }

    [Inject]
    public required IStringLocalizer<SettingsText> L { get; init; }

    /// <summary>What Atlas took was another address than the one that is typed now.</summary>
    private void Forget() => isDone = false;

    private async Task RegisterAsync()
    {
        if (isRunning)
        {
            return;
        }

        (isRunning, isDone) = (true, false);
        try
        {
            isDone = (await register.ExecuteAsync(await current.GetAsync(), typed, life.Token)).IsDone(out _, out refusal);
            if (isDone && kept is not null)
            {
                await kept.ForgetAsync();
            }
        }
        finally
        {
            isRunning = false;
        }
    }
}
