using Microsoft.AspNetCore.Components;

namespace BackOffice.Web.Components.Shared;

/// <summary>One drawing of the desk's own set. Give a <see cref="Label"/> where no word stands beside it.</summary>
public sealed partial class Icon
{
    /// <summary>A name of <see cref="Icons"/>; an unknown one throws, so that no screen shows a hole.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    [Parameter]
    public string? Label { get; set; }
}
