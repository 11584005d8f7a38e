using BackOffice.Core.Access;
using BackOffice.Core.Audit;
using BackOffice.Web.Features.Audit;

namespace Unit.Web.Audit;

public sealed class AuditWordsTests
{
    [Theory]
    [InlineData("{}", "")]
    [InlineData("""{"approval":7,"amount":"USD 182.48","none":null}""", "approval=7|amount=USD 182.48")]
    [InlineData("""{"before":{"freeUpTo":"USD 1.00"},"after":{"freeUpTo":"USD 2.00"}}""", "before.freeUpTo=USD 1.00|after.freeUpTo=USD 2.00")]
    [InlineData("""{"states":["open","quoted"],"ok":true,"share":0.5}""", "states=open, quoted|ok=true|share=0.5")]
    [InlineData("not json", "=not json")]
    public void Facts_OfADetail_AreNamedByWhereTheyStand(string detail, string facts) =>
        Assert.Equal(facts, string.Join('|', AuditWords.Facts(detail).Select(f => f.Name + "=" + f.Value)));

    [Fact]
    public void Subject_OfACaseOrAPerson_IsRecognised()
    {
        var anna = new Actor(Guid.Parse("00000000-0000-0000-0000-00000000000a"), "Anna");

        Assert.Equal("V-2026-000123", AuditWords.CaseOf(Line("case:V-2026-000123")));
        Assert.Null(AuditWords.CaseOf(Line("staff:" + anna.Id)));
        Assert.Equal("Anna", AuditWords.PersonOf(Line("staff:" + anna.Id), [Actor.Worker, anna]));
        Assert.Null(AuditWords.PersonOf(Line("staff:nobody"), [anna]));
    }

    [Fact]
    public void Id_OfSomebody_IsTheirName_AndAnyOtherIsNone()
    {
        var anna = new Actor(Guid.Parse("00000000-0000-0000-0000-00000000000a"), "Anna");
        string[] ids = [anna.Id.ToString(), Guid.Empty.ToString(), "00000000-0000-0000-0000-00000000000b", "USD 182.48", ""];

        Assert.Equal(["Anna", Actor.Worker.Name, "none", "none", "none"], ids.Select(id => AuditWords.NameOf(id, [Actor.Worker, anna]) ?? "none"));
    }

    [Fact]
    public void Verb_InPieces_MayBreakAfterItsDots()
    {
        Assert.Equal(["card.", "recorded-by-hand"], AuditWords.Pieces("card.recorded-by-hand"));
        Assert.Equal(["plain"], AuditWords.Pieces("plain"));
    }

    [Fact]
    public void Page_WithFilters_KeepsThemInItsAddress()
    {
        Assert.Equal("/audit", AuditUrls.Page(new AuditFilter { Action = " " }, null));
        Assert.Equal("/audit?action=approval.&on=V-2026-000123&before=51", AuditUrls.Page(new AuditFilter { Action = "approval.", Subject = "V-2026-000123" }, 51));
    }

    private static AuditEntry Line(string subject) => new()
    {
        Sequence = 1, At = default, ActorId = default, ActorName = "", Action = "", Subject = subject, Detail = "{}", PreviousHash = "", Hash = "",
    };
}
