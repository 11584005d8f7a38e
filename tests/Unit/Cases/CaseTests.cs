using BackOffice.Core.Access;
using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace Unit.Cases;

/// <summary>What a case remembers of what happened to it.</summary>
public sealed class CaseTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 1, 3, 0, 0, TimeSpan.Zero);
    private static readonly Actor Anna = new(Guid.NewGuid(), "Anna");

    [Fact]
    public void Apply_OfWhatIsRefused_ChangesNothingAtAll()
    {
        var found = Opened();

        var refused = found.Apply(new CaseInput.Claimed(), Anna, Now.AddHours(1));

        Assert.Equal(("case.not-sent-yet", CaseState.Open, 1, Now, 1), (refused.Refusal?.Name, found.State, found.Version, found.ChangedAt, found.Timeline.Count));
    }

    [Fact]
    public void Apply_OfWhatHappens_WritesWhoWhenAndHowMuchTimeWasLeft()
    {
        var found = Opened();
        found.SetQuote(Quote(), new Deadline { At = Now.AddHours(1), Limit = DeadlineLimit.AfterIssue, Certainty = DeadlineCertainty.Certain });

        found.Apply(new CaseInput.Taken { Arguments = ["Bert"] }, Anna, Now.AddMinutes(20));

        var line = found.Timeline[^1];
        Assert.Equal(("taken", Anna.Id, "Anna", Now.AddMinutes(20), TimeSpan.FromMinutes(40)), (line.Kind, line.ActorId, line.ActorName, line.At, line.DeadlineLeft));
    }

    /// <summary>After sending the window no longer counts.</summary>
    [Fact]
    public void Apply_AfterSending_CountsNoWindow()
    {
        var found = Following();

        Assert.Null(found.Timeline[^1].DeadlineLeft);
    }

    [Fact]
    public void AskAt_OnAClosedCase_AsksNothing()
    {
        var found = Following();
        found.Apply(new CaseInput.StatusSeen(At(4)), Anna, Now);

        found.AskAt(Now);

        Assert.Equal((CaseState.Rejected, null, Now), (found.State, found.NextAskAt, found.ClosedAt));
    }

    /// <summary>Closed by hand while the question was under way: no other one follows, or the backlog would show it for ever.</summary>
    [Fact]
    public void Asked_OnAClosedCase_PlansNoOtherQuestion()
    {
        var found = Following();
        Apply(found, new CaseInput.StatusSeen(At(5)), new CaseInput.ClosedByPerson());

        found.Asked(Now, Now.AddMinutes(1), Heard.Silence);

        Assert.Equal((1, null), (found.Asks, found.NextAskAt));
    }

    /// <summary>A zero is an amount only at the end; before it the partner just has no figure yet, and says so again and again.</summary>
    [Theory]
    [InlineData(1, null, false)]
    [InlineData(1, 0L, false)]
    [InlineData(1, 500L, true)]
    [InlineData(3, null, true)]
    [InlineData(2, 0L, true)]
    [InlineData(null, null, true)]
    public void IsNews_OfAProgress_IsAnotherStatusOrARealAmount(int? status, long? actual, bool expected)
    {
        var found = Following();
        found.Apply(new CaseInput.StatusSeen(At(1)), Anna, Now);

        Assert.Equal(expected, found.IsNews(At(status, actual)));
    }

    /// <summary>An impossible status stays what it is until it changes: one line, not one for each question.</summary>
    [Fact]
    public void IsNews_OfAnImpossibleStatusWithAZero_IsToldOnce()
    {
        var found = Following();
        found.Apply(new CaseInput.StatusSeen(At(5, 0)), Anna, Now);

        Assert.Equal(("impossible-status", null, false), (found.Flag, found.ActualBack, found.IsNews(At(5, 0))));
    }

    [Fact]
    public void ActualBack_OnceKnown_OutlivesAnAnswerWithoutOne()
    {
        var found = Following();
        found.Apply(new CaseInput.StatusSeen(At(3, 500)), Anna, Now);
        found.Apply(new CaseInput.StatusSeen(At(2)), Anna, Now);

        Assert.Equal(new Money(500, "USD"), found.ActualBack);
    }

    /// <summary>A stopped or refused send has used its decision up; the next begins with a fresh quote.</summary>
    [Theory]
    [InlineData("stopped")]
    [InlineData("refused")]
    [InlineData("not sent")]
    public void Quote_AfterASendThatCameToNothing_IsUsedUp(string end)
    {
        var found = Opened();
        found.SetQuote(Quote(), new Deadline { Limit = DeadlineLimit.None, Certainty = DeadlineCertainty.NotCertain });
        Apply(found, new CaseInput.QuoteGiven(false), new CaseInput.SendPermitted());
        CaseInput[] rest = end switch
        {
            "stopped" => [new CaseInput.Stopped(StillPossible: false)],
            "refused" => [new CaseInput.Claimed(), new CaseInput.SendRefused()],
            _ => [new CaseInput.Claimed(), new CaseInput.SendUnknown(), new CaseInput.DecidedNotSent()],
        };

        Apply(found, rest);

        Assert.Equal((CaseState.Open, null, null, null), (found.State, found.QuoteId, found.Fingerprint, found.NextAskAt));
    }

    [Fact]
    public void Unknown_RemembersSinceWhenAndWhy_UntilItEnds()
    {
        var found = Opened();
        Apply(found, new CaseInput.QuoteGiven(false), new CaseInput.SendPermitted(), new CaseInput.Claimed());
        found.Apply(new CaseInput.SendUnknown { Arguments = ["timeout"] }, Anna, Now.AddMinutes(1));
        found.Asked(Now.AddMinutes(2), Now.AddMinutes(3), Heard.Nothing);
        var during = (found.UnknownSince, found.UnknownReason, found.Asks, found.ClearNothings);

        found.Apply(new CaseInput.PartnerFound(At(0)), Anna, Now.AddMinutes(4));

        Assert.Equal((Now.AddMinutes(1), "timeout", 1, 1), during);
        Assert.Equal((null, null, 0, 0), (found.UnknownSince, found.UnknownReason, found.Asks, found.ClearNothings));
    }

    [Fact]
    public void ClearAnswers_AreThoseSinceThePartnerLastSpokeOfSomething()
    {
        var found = Opened();
        Apply(found, new CaseInput.QuoteGiven(false), new CaseInput.SendPermitted(), new CaseInput.Claimed(), new CaseInput.SendUnknown());
        var counts = new[] { Heard.Nothing, Heard.Nothing, Heard.Silence, Heard.Something, Heard.Nothing }.Select(heard =>
        {
            found.Asked(Now, Now, heard);
            return found.ClearNothings;
        }).ToList();

        Assert.Equal([1, 2, 2, 0, 1], counts);
    }

    private static Case Opened() => Case.Open(
        new OrderSnapshot { OrderNo = "TESTA20260801000000001", Stage = OrderStage.Ticketed, PaymentMethod = PaymentMethod.Deposit, ReadAt = Now }, 2026, 1, "Wrong day.", Anna, Now);

    private static Case Following()
    {
        var found = Opened();
        Apply(found, new CaseInput.QuoteGiven(false), new CaseInput.SendPermitted(), new CaseInput.Claimed(), new CaseInput.SendAccepted(At(0)));
        return found;
    }

    private static void Apply(Case found, params CaseInput[] inputs)
    {
        foreach (var input in inputs)
        {
            found.Apply(input, Anna, Now).Require();
        }
    }

    private static PartnerProgress At(int? status, long? actual = null) =>
        new() { PartnerRef = "202609-0001", Status = status, ActualBack = actual is { } minor ? new Money(minor, "USD") : null };

    private static CaseQuote Quote() => new()
    {
        CaseId = 0, QuotedAt = Now, QuotedByName = "Anna", Fingerprint = "f", Raw = "{}",
        Content = new PartnerQuote { OrderNo = "TESTA20260801000000001", IsPossible = true, Method = RefundMethod.Cash, QuotedAt = Now },
        Deadline = new Deadline { Limit = DeadlineLimit.None, Certainty = DeadlineCertainty.NotCertain },
    };
}
