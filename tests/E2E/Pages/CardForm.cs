using System.Globalization;
using E2E.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace E2E.Pages;

/// <summary>The form for the customer's leg, on the page of the supplier's case.</summary>
public sealed class CardForm(Person person, Desk desk)
{
    private ILocator Amount => person.Page.GetByLabel("The customer gets back");

    /// <summary>Prepares the whole payment, paid two days ago in USD, to be given back.</summary>
    /// <param name="total">Such as <c>200.00</c>.</param>
    /// <returns>The card refund's case.</returns>
    public async Task<CaseScreen> PrepareAsync(string tradeNo, string total)
    {
        await person.Page.GetByLabel("AsiaBill trade number").FillAsync(tradeNo);
        await person.Page.GetByLabel("Currency").FillAsync("USD");
        await person.Page.GetByLabel("The card was charged").FillAsync(total);

        // What the supplier gives back stands there as a proposal once the currency is the same.
        await Expect(Amount).Not.ToHaveValueAsync("");
        await person.Page.GetByLabel("Paid on").FillAsync(desk.Clock.GetUtcNow().AddDays(-2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await Amount.FillAsync(total);
        await person.Page.GetByLabel("Reason for AsiaBill").FillAsync("Customer cancelled");
        await person.Button("Prepare the card refund").ClickAsync();
        return await CaseScreen.ArriveAsync(person, 'C');
    }
}
