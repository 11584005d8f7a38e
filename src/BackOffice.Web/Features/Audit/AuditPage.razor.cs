using BackOffice.Core.Access;
using BackOffice.Core.Audit;
using BackOffice.Core.Values;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;

namespace BackOffice.Web.Features.Audit;

/// <summary>The trail, newest first; what it is narrowed to and where it stands are in the address.</summary>
public sealed partial class AuditPage(ReadAudit read, CurrentActor current, CircuitLife life, NavigationManager navigation)
{
    private Core.Audit.AuditPage? page;
    private Refusal? refusal;
    private string? who;
    private string? action;
    private string? subject;
    private bool mayOpenCases;
    private int turns;

    [SupplyParameterFromQuery(Name = "who")]
    public string? Who { get; set; }

    [SupplyParameterFromQuery(Name = "action")]
    public string? Action { get; set; }

    [SupplyParameterFromQuery(Name = "on")]
    public string? Subject { get; set; }

    [SupplyParameterFromQuery(Name = "before")]
    public long? Before { get; set; }

    private AuditFilter Filter => new() { ActorId = Guid.TryParse(Who, out var id) ? id : null, Action = Action, Subject = Subject };

    private bool IsNarrowed => Filter != new AuditFilter();

    private string? NewerHref => page?.Newer is { } newer ? AuditUrls.Page(Filter, newer) : null;

    private string? OlderHref => page?.Older is { } older ? AuditUrls.Page(Filter, older) : null;

    protected override Task OnParametersSetAsync()
    {
        (who, action, subject) = (Who ?? "", Action, Subject);
        return LoadAsync();
    }

    /// <summary>Readings can overlap; the newest wins.</summary>
    private async Task LoadAsync()
    {
        var (turn, filter, before) = (++turns, Filter, Before);
        mayOpenCases = await current.MaySeeAsync(Permission.ViewCases);
        var outcome = await read.ExecuteAsync(await current.GetAsync(), filter, before, life.Token);
        if (turn == turns)
        {
            page = outcome.IsDone(out var found, out refusal) ? found : null;
        }
    }

    private void Apply() => navigation.NavigateTo(AuditUrls.Page(
        new AuditFilter { ActorId = Guid.TryParse(who, out var id) ? id : null, Action = action?.Trim(), Subject = subject?.Trim() }, olderThan: null));
}
