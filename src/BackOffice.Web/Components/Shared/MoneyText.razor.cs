using System.Globalization;
using BackOffice.Core.Values;
using BackOffice.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace BackOffice.Web.Components.Shared;

/// <summary>An amount: currency first, the currency's decimals, the reader's separators. A missing amount is said, never shown as zero.</summary>
public sealed partial class MoneyText
{
    [Parameter, EditorRequired]
    public Money? Of { get; set; }

    /// <summary>Shows a plus before what comes back and a minus before what goes.</summary>
    [Parameter]
    public bool IsSigned { get; set; }

    [Parameter]
    public bool IsStrong { get; set; }

    [Inject]
    public required IStringLocalizer<SharedText> L { get; init; }

    /// <summary>The same text for sentences and button labels: <c>USD 1,165.48</c>.</summary>
    public static string Text(Money money) => $"{money.Currency} {Number(money.Amount, money)}";

    private string Written(Money money) => money.Minor switch
    {
        < 0 => "− " + Number(-money.Amount, money),
        > 0 when IsSigned => "+ " + Number(money.Amount, money),
        _ => Number(money.Amount, money),
    };

    private static string Number(decimal amount, Money money) =>
        amount.ToString("N" + Currencies.Decimals(money.Currency).ToString(CultureInfo.InvariantCulture), CultureInfo.CurrentCulture);
}
