using BackOffice.Core.Access;
using BackOffice.Core.Quoting;
using BackOffice.Web.Components.Shared;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace BackOffice.Web.Features.Cases;

/// <summary>
/// Opens a case, takes its first quote at once and leads there, but nobody who has gone elsewhere meanwhile. The address tells that, and not what is drawn:
/// the form that began it may be gone as soon as the page around it has read the new case.
/// </summary>
public sealed class FirstQuote(QuoteCase quote, NavigationManager navigation, CurrentActor current, CircuitLife life)
{
    /// <summary>The case that is open while its first quote is being taken; null otherwise.</summary>
    public string? Number { get; private set; }

    /// <param name="open">Opens the case and gives its number; null where that was refused.</param>
    /// <param name="redraw">Shows what <see cref="Number"/> says now.</param>
    /// <param name="draft">What the case holds from now on.</param>
    public async Task TakeAsync(Func<Actor, Task<string?>> open, Action redraw, DraftBox? draft = null)
    {
        var isElsewhere = false;
        void OnMoved(object? sender, LocationChangedEventArgs moved) => isElsewhere = true;

        navigation.LocationChanged += OnMoved;
        try
        {
            var actor = await current.GetAsync();
            Number = await open(actor);
            if (Number is not { } number)
            {
                return;
            }

            redraw();
            if (draft is not null)
            {
                await draft.ForgetAsync();
            }

            // A quote that fails is no loss: the case says so and can ask again.
            await quote.ExecuteAsync(actor, number, life.Token);
            if (isElsewhere)
            {
                Number = null;
                return;
            }

            navigation.NavigateTo(CaseUrls.Case(number));
        }
        finally
        {
            navigation.LocationChanged -= OnMoved;
        }
    }
}
