using BackOffice.Core.Cases;
using BackOffice.Web.Features.Cases;

namespace Unit.Web.Cases;

public sealed class CheckRefusalTests
{
    [Fact]
    public void Refusal_OfASend_IsSaidOnThePageOnlyWhereItsDialogIsGone()
    {
        var refusal = new CheckRefusal();

        refusal.SayOfSend(CasesRefusals.ApprovalNeeded);

        Assert.Equal((null, CasesRefusals.ApprovalNeeded), (refusal.SaidOnPage(hasDialog: true), refusal.SaidOnPage(hasDialog: false)));
    }

    /// <summary>Whatever is done next says something else, or that all went well.</summary>
    [Fact]
    public void Refusal_OfASend_IsGoneWithTheNextAct()
    {
        var refusal = new CheckRefusal();
        refusal.SayOfSend(CasesRefusals.ApprovalNeeded);

        refusal.Say(null);

        Assert.Null(refusal.SaidOnPage(hasDialog: false));
    }

    [Fact]
    public void Refusal_OfAQuestion_IsSaidOnThePageInAnyCase()
    {
        var refusal = new CheckRefusal();

        refusal.Say(CasesRefusals.QuoteTooOld);

        Assert.Equal((CasesRefusals.QuoteTooOld, CasesRefusals.QuoteTooOld), (refusal.SaidOnPage(hasDialog: true), refusal.SaidOnPage(hasDialog: false)));
    }
}
