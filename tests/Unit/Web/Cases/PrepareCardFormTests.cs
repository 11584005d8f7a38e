using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Quoting;
using BackOffice.Web.Features.Cases;
using BackOffice.Web.Session;
using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
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
        var form = await ShowAsync(desk, ACase.Now);

        form.Find("#card-trade-no").Change(tradeNo);
        form.Find("#card-currency").Change(currency);
        form.Find("#card-total").Change(total);
        form.Find("#card-paid-on").Change("2026-08-30");
        form.Find("#card-amount").Change(amount);
        form.Find("textarea").Change("Customer asked");
        await form.Find(".actions button").ClickAsync(new MouseEventArgs());

        Assert.Equal([field], form.FindAll("[aria-invalid=true]").Select(f => f.Id));
    }

    /// <summary>In the morning of the second in Seoul it is still the first in UTC.</summary>
    [Fact]
    public async Task PaidOn_WhereTheReadersDayHasBegunBefore_MayBeThatDay()
    {
        await using var desk = await Desk.StartAsync();
        Services.AddScoped(services => InSeoul(services.GetRequiredService<TimeProvider>()));

        var form = await ShowAsync(desk, new DateTimeOffset(2026, 9, 1, 22, 30, 0, TimeSpan.Zero));

        Assert.Equal("2026-09-02", form.Find("#card-paid-on").GetAttribute("max"));
    }

    private static BrowserTime InSeoul(TimeProvider clock)
    {
        var time = new BrowserTime(clock);
        time.Learn("Asia/Seoul");
        return time;
    }

    private async Task<IRenderedComponent<PrepareCardForm>> ShowAsync(Desk desk, DateTimeOffset now)
    {
        Sit(desk, await desk.Staff.AgentAsync(), Role.Agent, typeof(PrepareCardRefund), typeof(QuoteCase));
        var view = ACase.View(CaseState.Following);
        var legs = new LegsPresenter(view, CaseLegs.Of(new SupplierLegView(view.Row, null, null, null, null, null), []));
        return Render<PrepareCardForm>(p => p.Add(f => f.Of, legs).Add(f => f.Supplier, view.Row).Add(f => f.Now, now));
    }
}
