using BackOffice.Core.Cases;
using BackOffice.Core.Ledger;
using BackOffice.Sandbox;
using Unit.Testing;

namespace Unit.Dispatch;

/// <summary>The case has a deadline from its decision, and the quote right before the call brings one of its own: the earlier of the two counts.</summary>
public sealed class FreshDeadlineTests
{
    /// <summary>23:59 in Seoul, on the day on which every desk starts at noon.</summary>
    private static readonly DateTimeOffset CutOff = Desk.Start.AddHours(11).AddMinutes(59);

    /// <summary>Decided on hours before the limit; right before the call Atlas names one that is a minute away.</summary>
    [Fact]
    public async Task Send_WhenTheFreshQuoteNamesAnEarlierDeadline_DoesNotLeave()
    {
        await using var desk = await Desk.StartAsync();
        NameCutOff(desk, isNamed: false);
        var number = await desk.QueuedAsync(Scenes.SameDaySeoul);
        var decidedOn = (await desk.CaseAsync(number)).DeadlineAt;
        NameCutOff(desk, isNamed: true);
        desk.Pass(CutOff.AddMinutes(-1) - Desk.Start);

        await desk.SendRoundAsync();

        await AssertStoppedAsync(desk, number);
        Assert.True(decidedOn > CutOff.AddHours(1));

        // Or the next decision would be taken on the old one.
        Assert.Equal(CutOff, (await desk.CaseAsync(number)).DeadlineAt);
    }

    /// <summary>The case's own last safe moment passes during the quote, and what comes back names none before the next day.</summary>
    [Fact]
    public async Task Send_WhenTheFreshQuoteNamesALaterDeadline_KeepsToTheOneDecidedOn()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.QueuedAsync(Scenes.SameDaySeoul);
        NameCutOff(desk, isNamed: false);
        desk.Pass(CutOff.AddMinutes(-3) - Desk.Start);
        var quote = new Gate();
        desk.Partner.Faults.Next("voidQuotation.do", new Fault.Hold(quote, AfterProcessing: true));
        var round = desk.SendRoundAsync();
        await quote.Reached.WithinAsync();
        desk.Pass(TimeSpan.FromSeconds(61));
        quote.Release();

        await round;

        await AssertStoppedAsync(desk, number);
    }

    /// <summary>Whether the answers carry the end of the day in Seoul; where they do not, 23 hours after the issue is all they say.</summary>
    private static void NameCutOff(Desk desk, bool isNamed) => desk.Partner.Options = desk.Partner.Options with { SameDayFields = isNamed };

    private static async Task AssertStoppedAsync(Desk desk, string number)
    {
        var (found, permit) = (await desk.CaseAsync(number), await desk.PermitAsync(number));
        Assert.Equal((CaseState.Quoted, CasesRefusals.TooLate.Name), (found.State, found.LastRefusal));
        Assert.Equal((AttemptState.Cancelled, CasesRefusals.TooLate.Name), (permit.State, permit.OutcomeReason));
        Assert.Equal(0, desk.Partner.Count("void.do"));
    }
}
