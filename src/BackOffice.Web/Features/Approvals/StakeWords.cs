using BackOffice.Web.Components.Shared;
using BackOffice.Web.Resources;
using Microsoft.Extensions.Localization;

namespace BackOffice.Web.Features.Approvals;

internal static class StakeWords
{
    /// <summary>What is at stake, for a sentence or a button: <c>USD 191.98</c>, or that it is a voucher or several currencies.</summary>
    public static string Words(this IStringLocalizer<ApprovalsText> texts, Stake stake) =>
        texts[stake.Key, string.Join(" + ", stake.Sums.Select(MoneyText.Text))].Value.TrimEnd();
}
