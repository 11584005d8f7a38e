using System.Globalization;
using BackOffice.Core.Cases;
using BackOffice.Core.Values;
using Microsoft.AspNetCore.Components;

namespace BackOffice.Web.Features.Cases;

/// <summary>What narrows the list of cases. Each change asks for another list; the address of that list holds all of them.</summary>
public sealed partial class CaseFilters
{
    private readonly List<string> asked = [];
    private CaseListQuery current = new();
    private CaseListQuery? given;
    private string? typed;
    private bool isRefused;

    [Parameter, EditorRequired]
    public required CaseListQuery Of { get; set; }

    [Parameter]
    public EventCallback<CaseListQuery> OnChanged { get; set; }

    /// <summary>On the list itself: an option that is marked does not take back what somebody has picked since.</summary>
    private string Kind => current.Kind is { } kind ? CaseKinds.TextOf(kind) : "";

    /// <summary>
    /// A list that comes while a newer one is on its way takes nothing back of what was picked since; one that was not asked for here, as by Back, is taken
    /// as it is. The box keeps what was refused until the list is narrowed otherwise.
    /// </summary>
    protected override void OnParametersSet()
    {
        if (given == Of)
        {
            return;
        }

        given = Of;
        var place = asked.IndexOf(AddressOf(Of));
        asked.RemoveRange(0, place < 0 ? asked.Count : place + 1);
        if (asked.Count == 0)
        {
            (current, typed, isRefused) = (Of, Of.Text, false);
        }
    }

    /// <summary>What may be somebody's name stays in the box: the list does not search it, and an address would carry it into histories and logs.</summary>
    private Task SetText(ChangeEventArgs changed)
    {
        typed = Typed(changed);
        isRefused = typed is not null && !CaseListQuery.MayBeInAddress(typed);
        return isRefused || typed == current.Text ? Task.CompletedTask : Set(current with { Text = typed });
    }

    /// <summary>Browsers tell of a day at each digit of its year: one that cannot be meant yet changes nothing, and stays in its field to be typed on.</summary>
    private Task SetDay(ChangeEventArgs changed, Func<DateOnly?, CaseListQuery> with)
    {
        var text = Typed(changed);
        var day = CaseListQuery.Day(text);
        return text is not null && day is null ? Task.CompletedTask : Set(with(day));
    }

    /// <summary>Each change builds on the one before, whose list may not be there yet.</summary>
    private Task Set(CaseListQuery wanted)
    {
        current = wanted;
        asked.Add(AddressOf(wanted));
        return OnChanged.InvokeAsync(wanted);
    }

    private Task Toggle(CaseState state) => Set(current with { States = current.States.Contains(state) ? [.. current.States.Where(s => s != state)] : [.. current.States, state] });

    /// <summary>Without the page of the list: another list begins at its newest.</summary>
    private static string AddressOf(CaseListQuery query) => (query with { Before = null }).ToUrl();

    private static string? Typed(ChangeEventArgs changed) => (changed.Value as string)?.Trim() is { Length: > 0 } text ? text : null;

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
