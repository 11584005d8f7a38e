using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Cases;

namespace Unit.Web.Cases;

/// <summary>What the page of a case offers, in every state and to every role.</summary>
public sealed class CasePresenterTests
{
    /// <summary>Each row an act, each column a state; <c>yes</c>, or the name of the refusal that stands beside the button.</summary>
    private const string Acts = """
                       | open                | quoted          | awaiting-approval    | queued             | sending    | outcome-unknown | following     | refunded | withdrawn | closed-by-hand
        Quote          | yes                 | yes             | yes                  | about-to-be-sent   | being-sent | outcome-unknown | already-sent  | closed   | closed    | closed
        AskForApproval | no-quote   | yes             | waiting-for-approval | about-to-be-sent   | being-sent | outcome-unknown | already-sent  | closed   | closed    | closed
        Send           | no-quote   | yes             | waiting-for-approval | about-to-be-sent   | being-sent | outcome-unknown | already-sent  | closed   | closed    | closed
        WithdrawRequest| not-waiting         | not-waiting     | yes                  | yes                | being-sent | outcome-unknown | already-sent  | closed   | closed    | closed
        WithdrawCase   | yes                 | yes             | waiting-for-approval | about-to-be-sent   | being-sent | outcome-unknown | already-sent  | closed   | closed    | closed
        ContinueAsRefund | yes               | yes             | waiting-for-approval | about-to-be-sent   | being-sent | outcome-unknown | already-sent  | closed   | closed    | closed
        Take           | yes                 | yes             | yes                  | yes                | yes        | yes             | yes           | closed   | closed    | closed
        AskAtlasNow    | not-sent-yet        | not-sent-yet    | not-sent-yet         | not-sent-yet       | not-sent-yet | yes           | yes           | closed   | closed    | closed
        DecideNotSent  | not-sent-yet        | not-sent-yet    | not-sent-yet         | not-sent-yet       | being-sent | still-asking    | outcome-known | closed   | closed    | closed
        DecideSent     | not-sent-yet        | not-sent-yet    | not-sent-yet         | not-sent-yet       | being-sent | yes             | outcome-known | closed   | closed    | closed
        CloseByHand    | not-sent-yet        | not-sent-yet    | not-sent-yet         | not-sent-yet       | being-sent | yes             | no-flag       | closed   | closed    | closed
        Note           | yes                 | yes             | yes                  | yes                | yes        | yes             | yes           | yes      | yes       | yes
        """;

    public static TheoryData<CaseAct, CaseState, string> Cells
    {
        get
        {
            var lines = Acts.Split('\n').Select(l => l.Split('|').Select(c => c.Trim()).ToArray()).ToList();
            var data = new TheoryData<CaseAct, CaseState, string>();
            foreach (var line in lines.Skip(1))
            {
                for (var column = 1; column < line.Length; column++)
                {
                    data.Add(Enum.Parse<CaseAct>(line[0]), CaseStates.Read(lines[0][column]), line[column]);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void WhyNot_ForEveryActInEveryState_SaysWhatTheMachineSays(CaseAct act, CaseState state, string expected)
    {
        var page = ACase.Page(state, Role.Supervisor);

        Assert.Equal(expected == "yes" ? null : "case." + expected, page.WhyNot(act)?.Name);
    }

    /// <summary>While a recovery runs nobody can say that nothing was sent, and nothing is sent; quoting and asking go on.</summary>
    [Theory]
    [InlineData(CaseState.Open, CaseAct.WithdrawCase, "recovery.in-doubt")]
    [InlineData(CaseState.Quoted, CaseAct.WithdrawCase, "recovery.in-doubt")]
    [InlineData(CaseState.Open, CaseAct.ContinueAsRefund, "recovery.in-doubt")]
    [InlineData(CaseState.Quoted, CaseAct.Send, "recovery.sending-held")]
    [InlineData(CaseState.Following, CaseAct.WithdrawCase, "case.already-sent")]
    [InlineData(CaseState.Quoted, CaseAct.AskForApproval, null)]
    [InlineData(CaseState.Open, CaseAct.Quote, null)]
    [InlineData(CaseState.AwaitingApproval, CaseAct.WithdrawRequest, null)]
    public void WhyNot_WhileARecoveryRuns_HoldsWhatTheUseCasesHold(CaseState state, CaseAct act, string? expected) =>
        Assert.Equal(expected, new CasePresenter(ACase.View(state), isRecovering: true).WhyNot(act)?.Name);

    /// <summary>Its step stays within reach, and says there why it waits.</summary>
    [Fact]
    public void Main_WhileARecoveryHoldsTheSend_IsStillTheSend() =>
        Assert.Equal(CaseAct.Send, new CasePresenter(ACase.View(CaseState.Quoted), isRecovering: true).Main);

    [Theory]
    [InlineData(CaseState.Open, CaseStep.Quote)]
    [InlineData(CaseState.Quoted, CaseStep.Quote)]
    [InlineData(CaseState.AwaitingApproval, CaseStep.Check)]
    [InlineData(CaseState.Queued, CaseStep.Follow)]
    [InlineData(CaseState.Sending, CaseStep.Follow)]
    [InlineData(CaseState.OutcomeUnknown, CaseStep.Follow)]
    [InlineData(CaseState.Following, CaseStep.Follow)]
    [InlineData(CaseState.Refunded, CaseStep.Follow)]
    [InlineData(CaseState.Rejected, CaseStep.Follow)]
    [InlineData(CaseState.Withdrawn, CaseStep.Quote)]
    public void DefaultStep_ForEveryState_IsWhereTheWorkIs(CaseState state, CaseStep expected) => Assert.Equal(expected, ACase.Page(state).DefaultStep);

    /// <summary>The instant of a send that turned out not to have arrived stays on the case.</summary>
    [Fact]
    public void DefaultStep_OfAWithdrawnCaseThatWasTried_IsNotToFollow()
    {
        var page = new CasePresenter(ACase.View(ACase.Row(CaseState.Withdrawn) with { SentAt = ACase.Now.AddMinutes(-30) }));

        Assert.Equal((CaseStep.Quote, false, false), (page.DefaultStep, page.IsBeyondAsking, page.CanReach(CaseStep.Follow)));
    }

    [Theory]
    [InlineData(CaseState.Open, CaseStep.Check, CaseStep.Quote)]
    [InlineData(CaseState.Open, CaseStep.Compare, CaseStep.Quote)]
    [InlineData(CaseState.Quoted, CaseStep.Check, CaseStep.Check)]
    [InlineData(CaseState.Quoted, CaseStep.Follow, CaseStep.Quote)]
    [InlineData(CaseState.Following, CaseStep.Check, CaseStep.Follow)]
    [InlineData(CaseState.Following, CaseStep.Quote, CaseStep.Quote)]
    public void Shown_ForAnAddress_IsTheStepOrWhereTheWorkIs(CaseState state, CaseStep asked, CaseStep expected) => Assert.Equal(expected, ACase.Page(state).Shown(asked));

    /// <summary>The window is closed: what a refund or keeping brings is asked for now more than ever.</summary>
    [Fact]
    public void Compare_OfACaseThatCannotBeQuoted_IsOpen()
    {
        var page = new CasePresenter(ACase.View(CaseState.Open) with { LastRefusal = "void.window-closed", LastRefusalCode = "822" });

        Assert.Equal((true, CaseStep.Compare), (page.CanCompareUnquoted, page.Shown(CaseStep.Compare)));
    }

    [Theory]
    [InlineData(CaseState.Open, CaseAct.Quote)]
    [InlineData(CaseState.Quoted, CaseAct.Send)]
    [InlineData(CaseState.AwaitingApproval, null)]
    [InlineData(CaseState.Queued, null)]
    [InlineData(CaseState.Sending, null)]
    [InlineData(CaseState.OutcomeUnknown, null)]
    [InlineData(CaseState.Following, null)]
    [InlineData(CaseState.Refunded, null)]
    public void Main_ForAnAgent_IsTheOneNextAction(CaseState state, CaseAct? expected) => Assert.Equal(expected, ACase.Page(state).Main);

    [Fact]
    public void Main_WhereOthersMustAgree_IsAsking() =>
        Assert.Equal(CaseAct.AskForApproval, new CasePresenter(ACase.View(CaseState.Quoted) with { ApprovalsNeeded = 2 }).Main);

    [Fact]
    public void Main_WithAnOldQuote_IsQuotingAgain()
    {
        var page = new CasePresenter(ACase.View(CaseState.Quoted) with { QuotedAt = ACase.Now.AddMinutes(-11) });

        Assert.Equal(CaseAct.Quote, page.Main);
        Assert.Equal("case.quote-too-old", page.WhyNot(CaseAct.Send)?.Name);
    }

    [Fact]
    public void Main_InsideTheMargin_IsNothing()
    {
        var page = new CasePresenter(ACase.View(ACase.Row(CaseState.Quoted) with { DeadlineAt = ACase.Now.AddMinutes(1) }));

        Assert.Null(page.Main);
        Assert.Equal("case.too-late", page.WhyNot(CaseAct.AskForApproval)?.Name);
    }

    [Fact]
    public void Send_WhereOthersMustAgree_SaysSo() =>
        Assert.Equal("case.approval-needed", new CasePresenter(ACase.View(CaseState.Quoted) with { ApprovalsNeeded = 1 }).WhyNot(CaseAct.Send)?.Name);

    [Theory]
    [InlineData(Role.Auditor, CaseAct.Quote)]
    [InlineData(Role.Auditor, CaseAct.Note)]
    [InlineData(Role.Auditor, CaseAct.Take)]
    [InlineData(Role.Agent, CaseAct.DecideSent)]
    [InlineData(Role.Agent, CaseAct.CloseByHand)]
    [InlineData(Role.Administrator, CaseAct.AskForApproval)]
    public void WhyNot_WithoutTheRight_NamesIt(Role role, CaseAct act) =>
        Assert.True(ACase.Page(CaseState.Quoted, role).WhyNot(act)!.Is(AccessRefusals.NotAllowed));

    [Fact]
    public void DecideNotSent_AfterTheQuietPeriodAndClearAnswers_IsOpen()
    {
        var row = ACase.Row(CaseState.OutcomeUnknown) with { UnknownSince = ACase.Now.AddMinutes(-11), ClearNothings = 3 };

        Assert.Null(new CasePresenter(ACase.View(row, Role.Supervisor)).WhyNot(CaseAct.DecideNotSent));
    }

    [Fact]
    public void CloseByHand_OfAFlaggedCase_IsOpen() =>
        Assert.Null(new CasePresenter(ACase.View(ACase.Row(CaseState.Following) with { Flag = "impossible-status" }, Role.Supervisor)).WhyNot(CaseAct.CloseByHand));

    [Fact]
    public void WhyNotDecide_OfAnOwnRequest_SaysSo() =>
        Assert.Equal("approval.own-request", new CasePresenter(ACase.View(CaseState.AwaitingApproval, Role.Supervisor) with { Request = ACase.Request(ACase.Me) }).WhyNotDecide?.Name);

    [Fact]
    public void WhyNotDecide_OfAColleaguesRequest_IsNothing() => Assert.Null(ACase.Page(CaseState.AwaitingApproval, Role.Supervisor).WhyNotDecide);

    [Fact]
    public void NameOf_WithoutTheRight_IsMasked() => Assert.Equal("ZHAO Y…", ACase.Page(CaseState.Quoted).NameOf("ZHAO", "YIFAN"));

    [Fact]
    public void NameOf_WithTheRight_IsWhole() => Assert.Equal("ZHAO YIFAN", ACase.Page(CaseState.Quoted, Role.Supervisor).NameOf("ZHAO", "YIFAN"));

    [Fact]
    public void TurnsAt_OfAQuotedCase_IsWhenTheQuoteGetsTooOld() =>
        Assert.Equal(ACase.Now.AddMinutes(9).AddMilliseconds(1), ACase.Page(CaseState.Quoted).TurnsAt);

    [Fact]
    public void TurnsAt_ShortlyBeforeTheWindowCloses_IsTheLastSafeMoment() =>
        Assert.Equal(ACase.Now.AddMinutes(1), new CasePresenter(ACase.View(ACase.Row(CaseState.Quoted) with { DeadlineAt = ACase.Now.AddMinutes(3) })).TurnsAt);

    [Fact]
    public void TurnsAt_OfAFollowedCase_IsNever() => Assert.Null(ACase.Page(CaseState.Following).TurnsAt);

    [Theory]
    [InlineData("void.window-closed", "822", RefusalKind.Partner)]
    [InlineData("refund.limit-passed", "821", RefusalKind.Partner)]
    [InlineData("orders.unknown", null, RefusalKind.Partner)]
    [InlineData("payments.partner-account", "L0001", RefusalKind.Partner)]
    [InlineData("payments.more-than-left", null, RefusalKind.NotNow)]
    [InlineData("case.figures-changed", null, RefusalKind.NotNow)]
    public void LastNo_FromItsNameAndCode_KnowsWhoSaidIt(string name, string? code, RefusalKind expected)
    {
        var no = new CasePresenter(ACase.View(CaseState.Open) with { LastRefusal = name, LastRefusalCode = code }).LastNo;

        Assert.Equal((name, expected, code), (no!.Name, no.Kind, no.PartnerCode));
    }

    [Fact]
    public void ContinueAsRefund_OfARefund_IsNoQuestion() =>
        Assert.Equal("case.not-a-void", new CasePresenter(ACase.Refund(CaseState.Quoted)).WhyNot(CaseAct.ContinueAsRefund)?.Name);

    [Fact]
    public void Passengers_OfARefund_AreTheChosenOnes()
    {
        var page = new CasePresenter(ACase.Refund(CaseState.Quoted));

        Assert.Equal(("ZHAO", "QIAN"), (Assert.Single(page.Passengers).LastName, Assert.Single(page.Staying).LastName));
    }

    /// <summary>The order was changed at the partner meanwhile: what was asked for is still what is shown.</summary>
    [Fact]
    public void Passengers_WhomTheOrderNoLongerNames_AreStillShown()
    {
        var view = ACase.Refund(CaseState.Quoted);

        Assert.Equal("ZHAO", Assert.Single(new CasePresenter(view with { Order = view.Order with { Passengers = [] } }).Passengers).LastName);
    }

    [Fact]
    public void Main_OfARefundWithoutAWindow_IsTheNextAction() => Assert.Equal(CaseAct.Send, new CasePresenter(ACase.Refund(CaseState.Quoted)).Main);

    [Fact]
    public void Existing_AmongOtherCases_IsTheOneThatThePartnerHas()
    {
        var withdrawn = ACase.Row(CaseState.Withdrawn) with { Id = 2, Number = "V-2026-000002" };
        var running = ACase.Row(CaseState.Following) with { Id = 3, Number = "V-2026-000003" };

        Assert.Equal("V-2026-000003", new CasePresenter(ACase.View(CaseState.Open) with { OtherCases = [withdrawn, running] }).Existing?.Number);
        Assert.Null(new CasePresenter(ACase.View(CaseState.Open) with { OtherCases = [withdrawn] }).Existing);
    }

    [Fact]
    public void GoesOnAs_OfAVoidThatWentOn_NamesTheRefund()
    {
        var page = new CasePresenter(ACase.View(CaseState.Withdrawn) with { Timeline = [ACase.Line("withdrawn", "–", "R-2026-000002"), ACase.Line("opened", "TESTA1")] });

        Assert.Equal(("R-2026-000002", null), (page.GoesOnAs, page.CameFrom));
    }

    [Fact]
    public void GoesOnAs_OfAVoidThatWasWithdrawn_IsNothing() =>
        Assert.Null(new CasePresenter(ACase.View(CaseState.Withdrawn) with { Timeline = [ACase.Line("withdrawn", "Changed their mind")] }).GoesOnAs);
}
