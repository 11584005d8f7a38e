using System.Globalization;
using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Quoting;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using Unit.Testing;

namespace Unit.Cases;

/// <summary>Opening, taking, noting, looking: the work around the money.</summary>
public sealed class WorkingCasesTests
{
    [Theory]
    [InlineData("", "Wrong day.", "orders.not-understood")]
    [InlineData("<script>", "Wrong day.", "orders.not-understood")]
    [InlineData("TESTA20269999000000001", "Wrong day.", "orders.unknown")]
    [InlineData("TESTB20260801000000007", "Wrong day.", "void.ancillary-order")]
    [InlineData("TESTA20260801000000001", "", "case.reason-missing")]
    [InlineData("TESTA20260801000000001", "   ", "case.reason-missing")]
    [InlineData("TESTA20260801000000001", "long", "case.reason-too-long")]
    public async Task Open_OfWhatCannotBeOpened_IsANamedNo(string orderNo, string reason, string refusal)
    {
        await using var desk = await Desk.StartAsync();

        var opened = await desk.Use<OpenVoidCase>().ExecuteAsync(
            await desk.Staff.AgentAsync(), new OpenVoidCaseInput(orderNo, reason == "long" ? new string('x', 501) : reason), CancellationToken.None);

        Assert.Equal(refusal, opened.Refusal?.Name);
    }

    [Fact]
    public async Task Open_OfAPastedNumber_FindsTheOrder()
    {
        await using var desk = await Desk.StartAsync();

        var number = await desk.OpenAsync(await desk.Staff.AgentAsync(), " testa2026 0801 000000001\n");

        var found = await desk.CaseAsync(number);
        Assert.Equal(("V-2026-000001", "TESTA20260801000000001", "Y4", "MEX → CUN", 1), (found.Number, found.OrderNo, found.Airline, found.Route, found.PassengerCount));
    }

    /// <summary>The newest refusal wins on the case page until a quote says yes.</summary>
    [Fact]
    public async Task Quote_AfterARefusal_ClearsIt()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.OpenAsync(agent, Scenes.Ticketing);
        await desk.QuoteAsync(agent, number);
        desk.Pass(TimeSpan.FromMinutes(6));

        var state = await desk.QuoteAsync(agent, number);

        Assert.Equal((CaseState.Quoted, null), (state, (await desk.CaseAsync(number)).LastRefusal));
    }

    [Theory]
    [InlineData("queued", "case.about-to-be-sent")]
    [InlineData("sent", "case.already-sent")]
    [InlineData("unknown", "case.outcome-unknown")]
    [InlineData("withdrawn", "case.closed")]
    public async Task Quote_WhereItIsTooLateForOne_IsRefusedWithoutAsking(string where, string refusal)
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = where switch
        {
            "queued" => await desk.QueuedAsync(Scenes.PlainDeposit),
            "sent" => await desk.SentAsync(Scenes.PlainDeposit),
            "unknown" => await desk.SentAsync(Scenes.LostReplyBefore),
            _ => await desk.QuotedAsync(agent, Scenes.PlainDeposit),
        };
        if (where == "withdrawn")
        {
            (await desk.Use<WithdrawCase>().ExecuteAsync(agent, new WithdrawCaseInput(number, "No."), CancellationToken.None)).Require();
        }

        var asked = desk.Partner.Count("voidQuotation.do");
        var quoted = await desk.Use<QuoteCase>().ExecuteAsync(agent, number, CancellationToken.None);

        Assert.Equal((refusal, asked), (quoted.Refusal?.Name, desk.Partner.Count("voidQuotation.do")));
    }

    [Fact]
    public async Task Quote_OfAnUnknownCase_IsRefused()
    {
        await using var desk = await Desk.StartAsync();

        Assert.Equal("case.unknown", (await desk.Use<QuoteCase>().ExecuteAsync(await desk.Staff.AgentAsync(), "V-2026-000404", CancellationToken.None)).Refusal?.Name);
    }

    [Fact]
    public async Task Take_FromAColleague_NeedsTheRight()
    {
        await using var desk = await Desk.StartAsync();
        var (owner, agent, supervisor) = (await desk.Staff.AgentAsync(), await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        var number = await desk.OpenAsync(owner, Scenes.PlainDeposit);

        var byAgent = await desk.Use<TakeCase>().ExecuteAsync(agent, number, CancellationToken.None);
        var bySupervisor = await desk.Use<TakeCase>().ExecuteAsync(supervisor, number, CancellationToken.None);
        var again = await desk.Use<TakeCase>().ExecuteAsync(supervisor, number, CancellationToken.None);

        Assert.Equal(("case.not-owner", owner.Name, null, null), (byAgent.Refusal?.Name, byAgent.Refusal?.Arguments[0], bySupervisor.Refusal, again.Refusal));
        Assert.Equal((supervisor.Id, "opened taken"), ((await desk.CaseAsync(number)).OwnerId, await desk.StoryAsync(number)));
    }

    /// <summary>Nobody's case may lie: whoever left leaves their cases to all.</summary>
    [Fact]
    public async Task Take_FromSomebodyWhoLeft_IsEverybodysRight()
    {
        await using var desk = await Desk.StartAsync();
        var (owner, agent) = (await desk.Staff.AgentAsync(), await desk.Staff.AgentAsync());
        var number = await desk.OpenAsync(owner, Scenes.PlainDeposit);
        await desk.Staff.DisableAsync(owner);

        (await desk.Use<TakeCase>().ExecuteAsync(agent, number, CancellationToken.None)).Require();

        Assert.Equal(agent.Id, (await desk.CaseAsync(number)).OwnerId);
    }

    [Theory]
    [InlineData(0, "case.note-empty")]
    [InlineData(1, null)]
    [InlineData(8000, null)]
    [InlineData(8001, "case.note-too-long")]
    public async Task Note_OfALength_IsKeptWholeOrRefused(int length, string? refusal)
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.OpenAsync(agent, Scenes.PlainDeposit);

        var added = await desk.Use<AddNote>().ExecuteAsync(agent, new AddNoteInput(number, " " + new string('字', length) + "\n"), CancellationToken.None);

        var notes = (await ReadAsync(desk, agent, number)).Notes;
        Assert.Equal((refusal, refusal is null ? length : 0), (added.Refusal?.Name, notes.Sum(n => n.Text.Length)));
    }

    [Fact]
    public async Task Note_IsStruckByItsAuthorAloneAndStaysReadable()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, colleague) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        var number = await desk.OpenAsync(agent, Scenes.PlainDeposit);
        (await desk.Use<AddNote>().ExecuteAsync(agent, new AddNoteInput(number, "Line one\nline two <b>"), CancellationToken.None)).Require();
        var note = Assert.Single((await ReadAsync(desk, agent, number)).Notes);

        var byColleague = await desk.Use<StrikeNote>().ExecuteAsync(colleague, note.Id, CancellationToken.None);
        (await desk.Use<StrikeNote>().ExecuteAsync(agent, note.Id, CancellationToken.None)).Require();
        var unknown = await desk.Use<StrikeNote>().ExecuteAsync(agent, 404, CancellationToken.None);

        var struck = Assert.Single((await ReadAsync(desk, colleague, number)).Notes);
        Assert.Equal(("case.note-not-yours", "case.note-unknown"), (byColleague.Refusal?.Name, unknown.Refusal?.Name));
        Assert.Equal(("Line one\nline two <b>", desk.Clock.GetUtcNow()), (struck.Text, struck.StruckAt));
    }

    [Fact]
    public async Task Note_OnAClosedCase_IsForTheNextColleague()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.SentAsync(Scenes.RejectedLater);
        await desk.ReconcileForAsync(TimeSpan.FromMinutes(10));

        Assert.Null((await desk.Use<AddNote>().ExecuteAsync(agent, new AddNoteInput(number, "Told the customer."), CancellationToken.None)).Refusal);
    }

    [Theory]
    [InlineData("quoted", "case.not-sent-yet")]
    [InlineData("sent", null)]
    [InlineData("closed", "case.closed")]
    public async Task AskNow_WhereSomethingIsToBeAsked_BringsTheQuestionForward(string where, string? refusal)
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = where == "quoted" ? await desk.QuotedAsync(agent, Scenes.RejectedLater) : await desk.SentAsync(Scenes.RejectedLater);
        await desk.ReconcileForAsync(where == "closed" ? TimeSpan.FromMinutes(10) : TimeSpan.FromSeconds(1));

        var asked = await desk.Use<AskPartnerNow>().ExecuteAsync(agent, number, CancellationToken.None);

        Assert.Equal((refusal, refusal is null ? desk.Clock.GetUtcNow() : null), (asked.Refusal?.Name, (await desk.CaseAsync(number)).NextAskAt));
    }

    /// <summary>Pressed 287 times in two minutes it once wrote as many lines into the timeline, each counted as evidence.</summary>
    [Fact]
    public async Task AskNow_RightAfterAQuestion_WaitsOutTheGap()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.SentAsync(Scenes.LostReplyBefore);
        await desk.ReconcileAsync();
        var asked = desk.Clock.GetUtcNow();
        desk.Pass(TimeSpan.FromSeconds(2));

        for (var press = 0; press < 3; press++)
        {
            (await desk.Use<AskPartnerNow>().ExecuteAsync(agent, number, CancellationToken.None)).Require();
            await desk.ReconcileAsync();
        }

        var found = await desk.CaseAsync(number);
        Assert.Equal((asked, asked + PollPlan.LeastGap, 1), (found.LastAskedAt, found.NextAskAt, found.ClearNothings));
    }

    [Fact]
    public async Task Case_Read_ShowsTheTwoNewestQuotesAndWhatASendNeeds()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.QuotedAsync(agent, Scenes.PlainDeposit);
        desk.Partner.Faults.Next("voidQuotation.do", new Fault.UnknownEnums());
        await desk.QuoteAsync(agent, number);

        var view = await ReadAsync(desk, agent, number);

        Assert.Equal((RefundMethod.Other, RefundMethod.Cash, 1), (view.Quote?.Content.Method, view.QuoteBefore?.Content.Method, view.ApprovalsNeeded));
        Assert.Equal(("quoted quoted opened", view.Fingerprint), (string.Join(' ', view.Timeline.Select(e => e.Kind)), view.Quote?.Fingerprint));
    }

    [Fact]
    public async Task Light_OnAnOrder_SaysWhetherUntilWhenOrWhyNot()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();

        var yes = await LightAsync(desk, agent, Scenes.ClosesInThreeMinutes);
        var no = await LightAsync(desk, agent, Scenes.WindowClosed822);
        var flag = await LightAsync(desk, agent, Scenes.NotVoidableFlag);

        Assert.Equal((null, desk.Clock.GetUtcNow().AddMinutes(3)), (yes.Refusal, yes.Deadline?.At));
        Assert.Equal(("void.window-closed", "822", "void.not-voidable"), (no.Refusal?.Name, no.Refusal?.PartnerCode, flag.Refusal?.Name));
    }

    /// <summary>Nobody has said that the order cannot be voided.</summary>
    [Theory]
    [InlineData(401, "orders.partner-account")]
    [InlineData(100, "orders.partner-rejected-request")]
    [InlineData(777, "void.unlisted-code")]
    [InlineData(814, "void.submission-running")]
    public async Task Light_ByACodeThatSaysNothingOfTheBooking_IsNone(int code, string refusal)
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var order = (await desk.Use<ViewOrder>().ExecuteAsync(agent, Scenes.PlainDeposit.OrderNo, CancellationToken.None)).Require().Order;
        desk.Partner.Faults.Next("voidQuotation.do", new Fault.Code(code));

        var light = await desk.Use<CheckVoidable>().ExecuteAsync(agent, order, CancellationToken.None);

        Assert.Equal((refusal, code.ToString(CultureInfo.InvariantCulture)), (light.Refusal?.Name, light.Refusal?.PartnerCode));
    }

    [Fact]
    public async Task Order_Viewed_IsOnTheTrailAndShowsItsCases()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.OpenAsync(agent, Scenes.PlainDeposit);

        var view = (await desk.Use<ViewOrder>().ExecuteAsync(agent, Scenes.PlainDeposit.OrderNo, CancellationToken.None)).Require();

        await using var db = desk.Database.Open();
        Assert.Equal((number, false), (Assert.Single(view.Cases).Number, view.MaySeePersonalData));
        Assert.Contains(db.Set<BackOffice.Core.Audit.AuditEntry>(), e => e.Action == "order.viewed" && e.Subject == "order:" + Scenes.PlainDeposit.OrderNo);
    }

    private static async Task<CaseView> ReadAsync(Desk desk, Actor who, string number) =>
        (await desk.Use<ReadCase>().ExecuteAsync(who, number, CancellationToken.None)).Require();

    private static async Task<VoidLight> LightAsync(Desk desk, Actor who, Scene scene)
    {
        var order = (await desk.Use<ViewOrder>().ExecuteAsync(who, scene.OrderNo, CancellationToken.None)).Require().Order;
        return (await desk.Use<CheckVoidable>().ExecuteAsync(who, order, CancellationToken.None)).Require();
    }
}
