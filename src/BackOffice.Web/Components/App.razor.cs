using BackOffice.Web.Features.Rehearsal;
using BackOffice.Web.Hosting;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace BackOffice.Web.Components;

/// <summary>The document. Pages of the desk come alive in it; account pages stay plain HTML and load no kit.</summary>
public sealed partial class App(IRehearsal rehearsal)
{
    private static readonly InteractiveServerRenderMode WithoutPrerender = new(prerender: false);

    private static readonly string[] Sheets = ["css/tokens.css", "css/base.css", "css/controls.css", "css/frame.css", "css/kit.css", "css/cases.css", "css/legs.css", "css/desk.css", "css/reports.css"];

    [CascadingParameter]
    public required HttpContext Context { get; init; }

    private bool IsInteractive => Context.AcceptsInteractiveRouting();

    /// <summary>Whose page it is: drafts in the tab are theirs alone.</summary>
    private Guid? Person => CurrentActor.ActorOf(Context.User)?.Id;

    private IComponentRenderMode? Mode => IsInteractive ? WithoutPrerender : null;

    private string Theme => Hosting.Preferences.ThemeOf(Context);
}
