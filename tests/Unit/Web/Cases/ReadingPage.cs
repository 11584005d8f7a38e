using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Unit.Web.Cases;

/// <summary>A panel with a page around it that reads the case again after each act, as the case's own page does.</summary>
internal sealed class ReadingPage<TPanel, TOf> : ComponentBase
    where TPanel : IComponent
    where TOf : class
{
    private TOf? of;

    /// <summary>What the panel shows; given to it as <c>Of</c>, and again after each of its <c>OnChanged</c>.</summary>
    [Parameter, EditorRequired]
    public required Func<Task<TOf>> Read { get; set; }

    protected override Task OnInitializedAsync() => ReadAsync();

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (of is not null)
        {
            builder.OpenComponent<TPanel>(0);
            builder.AddMultipleAttributes(1, new Dictionary<string, object> { ["Of"] = of, ["OnChanged"] = EventCallback.Factory.Create(this, ReadAsync) });
            builder.CloseComponent();
        }
    }

    private async Task ReadAsync() => of = await Read();
}
