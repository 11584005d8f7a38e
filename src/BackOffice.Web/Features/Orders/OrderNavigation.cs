using Microsoft.AspNetCore.Components;

namespace BackOffice.Web.Features.Orders;

internal static class OrderNavigation
{
    /// <summary>Goes to the search's results; a name or an e-mail goes along in the history entry, not in the address.</summary>
    public static void Go(this NavigationManager navigation, string typed, bool replaces = false) =>
        navigation.NavigateTo(
            typed.Length == 0 || !OrderSearch.MayBeInAddress(typed) ? OrderUrls.Search : OrderUrls.Found(typed),
            new NavigationOptions { HistoryEntryState = typed.Length == 0 ? null : typed, ReplaceHistoryEntry = replaces });
}
