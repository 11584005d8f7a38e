using BackOffice.Core.Settings;
using BackOffice.Core.Values;
using BackOffice.Web.Resources;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace BackOffice.Web.Features.Settings;

/// <summary>The approval rules, one per currency, each with what it does in a sentence.</summary>
public sealed partial class RulesCard(RemoveApprovalRule remove, CurrentActor current, CircuitLife life)
{
    private bool isEditing;
    private ApprovalRule? editing;
    private ApprovalRule? leaving;
    private Refusal? refusal;
    private string? done;

    [Parameter, EditorRequired]
    public required IReadOnlyList<ApprovalRule> Rules { get; set; }

    [Parameter]
    public EventCallback OnSaved { get; set; }

    [Inject]
    public required IStringLocalizer<SettingsText> L { get; init; }

    private void Add() => (isEditing, editing, refusal, done) = (true, null, null, null);

    private void Change(ApprovalRule rule) => (isEditing, editing, refusal, done) = (true, rule, null, null);

    private void Close() => isEditing = false;

    private Task SavedAsync(string currency)
    {
        (isEditing, done) = (false, L["Rules.Saved", currency]);
        return OnSaved.InvokeAsync();
    }

    private async Task RemoveAsync()
    {
        var (rule, was) = (leaving!, leaving!.Currency);
        var outcome = await remove.ExecuteAsync(await current.GetAsync(), was, rule.Version, life.Token);
        leaving = null;
        done = outcome.IsDone(out _, out refusal) ? L["Rules.Removed", was].Value : null;
        await OnSaved.InvokeAsync();
    }
}
