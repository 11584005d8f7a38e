using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Web.Features.Cases;

namespace Unit.Web.Cases;

public sealed class StoryTests
{
    [Theory]
    [InlineData(0, false, 0, 0)]
    [InlineData(14, false, 0, 0)]
    [InlineData(15, false, 8, 4)]
    [InlineData(40, false, 8, 29)]
    [InlineData(40, true, 0, 0)]
    public void FoldOf_LongStories_HidesTheMiddle(int lines, bool isUnfolded, int from, int count) => Assert.Equal((from, count), Story.FoldOf(lines, isUnfolded));

    [Fact]
    public void Lines_ByFilter_AreWhatTheyAreCalled()
    {
        var note = new CaseNote { CaseId = 1, At = ACase.Now, AuthorId = ACase.Me, AuthorName = "Ana", Text = "Calls back at five" };
        var story = new Story(ACase.View(CaseState.Quoted) with { Timeline = [ACase.Line("quoted"), ACase.Line("opened")], Notes = [note] });

        Assert.Equal((3, 1, 1), (story.Count(StoryFilter.All), story.Count(StoryFilter.Money), story.Count(StoryFilter.Notes)));
        Assert.Equal("quoted", story.Lines(StoryFilter.Money)[0].Entry?.Kind);
    }

    [Theory]
    [InlineData(PaymentMethod.Deposit, "0*,1,3,2")]
    [InlineData(PaymentMethod.VirtualCard, "0*,1,5")]
    public void StatusStory_JustAccepted_ShowsTheWayAhead(PaymentMethod payment, string expected) =>
        Assert.Equal(expected, Told(ACase.Row(CaseState.Following) with { Payment = payment }, ACase.Line("accepted", "202609-0001", "0")));

    [Fact]
    public void StatusStory_AfterAJump_LeavesOutWhatWasSkipped() => Assert.Equal(
        "0,2*", Told(ACase.Row(CaseState.Refunded) with { PartnerStatus = 2 }, ACase.Line("status", "2", "0", "–"), ACase.Line("accepted", "202609-0001", "0")));

    [Fact]
    public void StatusStory_Rejected_EndsThere() => Assert.Equal(
        "0,1,4*", Told(ACase.Row(CaseState.Rejected) with { PartnerStatus = 4, PartnerRef = "202609-0001" }, ACase.Line("status", "4", "1", "No."), ACase.Line("status", "1", "0", "–"), ACase.Line("partner-found", "202609-0001", "0")));

    [Fact]
    public void StatusStory_DecidedByAPerson_ShowsWhatIsKnown() => Assert.Equal(
        "1*,3,2", Told(ACase.Row(CaseState.Following) with { PartnerStatus = 1 }, ACase.Line("decided-sent", "202609-0001", "Seen in the portal")));

    [Fact]
    public void StatusStory_NothingSent_IsEmpty() => Assert.Empty(StatusStory.Of(ACase.Row(CaseState.Quoted), []));

    private static string Told(CaseRow row, params TimelineEntry[] newestFirst) =>
        string.Join(',', StatusStory.Of(row, newestFirst).Select(m => m.Status + (m.IsNow ? "*" : "")));
}
