using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Quoting;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Cases;
using BackOffice.Web.Session;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
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

        Fill(form, tradeNo, currency, total, amount);
        await form.Find(".actions button").ClickAsync(new MouseEventArgs());

        Assert.Equal([field], form.FindAll("[aria-invalid=true]").Select(f => f.Id));
    }

    /// <summary>One key for all of it: what has been prepared is forgotten at once.</summary>
    [Fact]
    public async Task Fields_OfTheForm_AreAllKeptUnderTheKeyOfTheReason()
    {
        await using var desk = await Desk.StartAsync();
        var form = await ShowAsync(desk, ACase.Now);

        Assert.Equal(["trade-no", "currency", "total", "paid-on", "amount", "text"], form.FindAll("[data-kept]").Select(f => f.GetAttribute("data-kept")));
        Assert.Equal(["card:V-2026-000001"], form.FindAll("draft-keeper").Select(k => k.GetAttribute("key")).Distinct());
    }

    /// <summary>Nobody converts a proposal; what somebody typed is theirs, also where its number is the same.</summary>
    [Theory]
    [InlineData(false, "")]
    [InlineData(true, "82.74")]
    public async Task Amount_InAnotherCurrency_IsOnlyWhatSomebodyTyped(bool isTyped, string expected)
    {
        await using var desk = await Desk.StartAsync();
        var form = await ShowAsync(desk, ACase.Now, new Money(8_274, "USD"));
        var proposed = form.Find("#card-amount").GetAttribute("value");
        if (isTyped)
        {
            form.Find("#card-amount").Change("82.74");
        }

        form.Find("#card-currency").Change("EUR");

        Assert.Equal(("82.74", expected), (proposed, form.Find("#card-amount").GetAttribute("value") ?? ""));
    }

    /// <summary>The airline keeps more than was expected, and somebody records it while the form is open.</summary>
    [Theory]
    [InlineData(false, "60.00")]
    [InlineData(true, "82.74")]
    public async Task Amount_ThatIsProposed_GoesWithWhatCameBack(bool isTyped, string expected)
    {
        await using var desk = await Desk.StartAsync();
        var form = await ShowAsync(desk, ACase.Now, new Money(8_274, "USD"));
        if (isTyped)
        {
            form.Find("#card-amount").Change("82.74");
        }

        form.Render(p => p.Add(f => f.Of, Legs(ACase.View(CaseState.Following), new Money(6_000, "USD"))));

        Assert.Equal(expected, form.Find("#card-amount").GetAttribute("value"));
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

    /// <summary>Whoever has left for another customer's case meanwhile stays there.</summary>
    [Fact]
    public async Task Form_LeftWhileTheCaseIsOpened_LeadsNobodyAway()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var supplier = (await desk.Use<ReadCase>().ExecuteAsync(agent, await desk.SupplierAsync(), CancellationToken.None)).Require();
        var person = new HeldPerson(agent, held: 1);
        Services.Seat(desk, agent, typeof(PrepareCardRefund), typeof(QuoteCase));
        Services.AddSingleton<AuthenticationStateProvider>(person);
        var form = Show(supplier, supplier.Now);
        var navigation = Services.GetRequiredService<NavigationManager>();
        Fill(form, "2026083011000000000001", "USD", "150.00", "150.00");

        var press = form.Find(".actions button").ClickAsync(new MouseEventArgs());
        await form.InvokeAsync(() => navigation.NavigateTo("/cases"));
        await form.InvokeAsync(person.LetGo);
        await press;

        Assert.EndsWith("/cases", navigation.Uri, StringComparison.Ordinal);
        Assert.Equal(CaseState.Quoted, await desk.StateAsync("C-2026-000002"));
    }

    private static void Fill(IRenderedComponent<PrepareCardForm> form, string tradeNo, string currency, string total, string amount)
    {
        form.Find("#card-trade-no").Change(tradeNo);
        form.Find("#card-currency").Change(currency);
        form.Find("#card-total").Change(total);
        form.Find("#card-paid-on").Change("2026-08-30");
        form.Find("#card-amount").Change(amount);
        form.Find("textarea").Change("Customer asked");
    }

    private static BrowserTime InSeoul(TimeProvider clock)
    {
        var time = new BrowserTime(clock);
        time.Learn("Asia/Seoul");
        return time;
    }

    private static LegsPresenter Legs(CaseView view, Money? expected) => new(view, CaseLegs.Of(new SupplierLegView(view.Row, expected, null, null, null, null), []));

    private async Task<IRenderedComponent<PrepareCardForm>> ShowAsync(Desk desk, DateTimeOffset now, Money? expected = null)
    {
        Sit(desk, await desk.Staff.AgentAsync(), Role.Agent, typeof(PrepareCardRefund), typeof(QuoteCase));
        return Show(ACase.View(CaseState.Following), now, expected);
    }

    private IRenderedComponent<PrepareCardForm> Show(CaseView view, DateTimeOffset now, Money? expected = null)
    {
        return Render<PrepareCardForm>(p => p.Add(f => f.Of, Legs(view, expected)).Add(f => f.Supplier, view.Row).Add(f => f.Now, now));
    }
}
