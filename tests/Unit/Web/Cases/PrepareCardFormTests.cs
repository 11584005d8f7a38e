using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Quoting;
using BackOffice.Web.Features.Cases;
using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Unit.Testing;
using Unit.Web.Shell;

namespace Unit.Web.Cases;

public sealed class PrepareCardFormTests : DeskScreen
{
    [Theory]
    [InlineData("20260830", "USD", "150.00", "150.00", "card-trade-no")]
    [InlineData("2026083011000000000001", "US", "150.00", "150.00", "card-currency")]
    [InlineData("2026083011000000000001", "USD", "150,00", "150.00", "card-total")]
    [InlineData("2026083011000000000001", "USD", "150.00", "150.001", "card-amount")]
    public async Task Form_WithWhatCannotBeRead_MarksThatFieldAlone(string tradeNo, string currency, string total, string amount, string field)
    {
        await using var desk = await Desk.StartAsync();
        Sit(desk, await desk.Staff.AgentAsync(), Role.Agent, typeof(PrepareCardRefund), typeof(QuoteCase));
        var view = ACase.View(CaseState.Following);
        var legs = new LegsPresenter(view, CaseLegs.Of(new SupplierLegView(view.Row, null, null, null, null, null), []));
        var form = Render<PrepareCardForm>(p => p.Add(f => f.Of, legs).Add(f => f.Supplier, view.Row).Add(f => f.Now, ACase.Now));

        form.Find("#card-trade-no").Change(tradeNo);
        form.Find("#card-currency").Change(currency);
        form.Find("#card-total").Change(total);
        form.Find("#card-paid-on").Change("2026-08-30");
        form.Find("#card-amount").Change(amount);
        form.Find("textarea").Change("Customer asked");
        await form.Find(".actions button").ClickAsync(new MouseEventArgs());

        Assert.Equal([field], form.FindAll("[aria-invalid=true]").Select(f => f.Id));
    }
}
