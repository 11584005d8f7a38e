using BackOffice.Core.Atlas;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace Unit.Atlas;

public sealed class AtlasAnswersTests
{
    /// <summary>Code, the refusal of a question (or the reason why there is no answer), and the same of a send.</summary>
    public static TheoryData<int, string, string> Table => new()
    {
        { 3, "orders.partner-account", "?status-3" },
        { 100, "orders.partner-rejected-request", "?status-100" },
        { 701, "orders.several", "?status-701" },
        { 702, "orders.pnr-needs-carrier", "?status-702" },
        { 703, "orders.nothing-found", "?status-703" },
        { 704, "orders.contradicts", "?status-704" },
        { 705, "?status-705", "?status-705" },
        { 800, "orders.unknown", "?status-800" },
        { 801, "orders.unknown", "orders.unknown" },
        { 802, "void.unlisted-code", "?status-802" },
        { 803, "void.already-submitted", "?status-803" },
        { 805, "void.offer-expired", "void.offer-expired" },
        { 808, "void.fare-not-voidable", "void.fare-not-voidable" },
        { 809, "void.not-ticketed", "?status-809" },
        { 810, "orders.partner-rejected-request", "orders.partner-rejected-request" },
        { 814, "void.submission-running", "?status-814" },
        { 815, "void.ticket-unknown", "void.ticket-unknown" },
        { 816, "void.already-submitted", "?status-816" },
        { 817, "void.refund-exists", "?status-817" },
        { 818, "void.refund-claim-exists", "?status-818" },
        { 820, "void.ticket-used", "void.ticket-used" },
        { 821, "void.unlisted-code", "?status-821" },
        { 822, "void.window-closed", "void.window-closed" },
        { 823, "void.not-all-passengers", "void.not-all-passengers" },
        { 824, "void.ancillary-order", "void.ancillary-order" },
        { 841, "void.payment-not-supported", "void.payment-not-supported" },
        { 843, "void.airline-not-covered", "void.airline-not-covered" },
        { 900, "orders.partner-account", "orders.partner-account" },
        { 901, "orders.partner-rejected-request", "orders.partner-rejected-request" },
        { 902, "orders.partner-account", "orders.partner-account" },
        { 905, "?throttled", "?throttled" },
        { 429, "?throttled", "?throttled" },
        { -1, "?status--1", "?status--1" },
        { 2, "?status-2", "?status-2" },
        { 9999, "?status-9999", "?status-9999" },
        { 8041, "void.unlisted-code", "?status-8041" },
        { 31337, "void.unlisted-code", "?status-31337" },
        { 0, "yes", "yes" },
    };

    /// <summary>The same of a refund, for the codes that mean something else to it.</summary>
    public static TheoryData<int, string, string> OfRefunds => new()
    {
        { 801, "orders.unknown", "orders.unknown" },
        { 802, "refund.child-alone", "refund.child-alone" },
        { 803, "refund.already-submitted", "?status-803" },
        { 807, "refund.passenger-unknown", "refund.passenger-unknown" },
        { 809, "void.not-ticketed", "void.not-ticketed" },
        { 811, "refund.journey-incomplete", "refund.journey-incomplete" },
        { 812, "refund.name-differs", "refund.name-differs" },
        { 814, "void.submission-running", "?status-814" },
        { 816, "refund.already-submitted", "?status-816" },
        { 817, "refund.already-submitted", "?status-817" },
        { 818, "void.refund-claim-exists", "?status-818" },
        { 821, "refund.limit-passed", "refund.limit-passed" },
        { 8041, "refund.segment-unknown", "refund.segment-unknown" },
        { 905, "?throttled", "?throttled" },
        { 9999, "?status-9999", "?status-9999" },
        { 31337, "void.unlisted-code", "?status-31337" },
        { 0, "yes", "yes" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Code_OfAQuestionAndOfASend_MeansThis(int code, string ofQuestion, string ofSend)
    {
        Assert.Equal(ofQuestion, Word(AtlasAnswers.OfQuestion(code, CaseKind.Void)));
        Assert.Equal(ofSend, Word(AtlasAnswers.OfSend(code, CaseKind.Void)));
    }

    [Theory]
    [MemberData(nameof(OfRefunds))]
    public void Code_AboutARefund_MeansThis(int code, string ofQuestion, string ofSend)
    {
        Assert.Equal(ofQuestion, Word(AtlasAnswers.OfQuestion(code, CaseKind.Refund)));
        Assert.Equal(ofSend, Word(AtlasAnswers.OfSend(code, CaseKind.Refund)));
    }

    [Fact]
    public void Refusal_FromTheTable_CarriesThePartnersCode()
    {
        Assert.Equal("843", AtlasAnswers.OfQuestion(843, CaseKind.Void).Refusal!.PartnerCode);
        Assert.Equal("843", AtlasAnswers.OfSend(843, CaseKind.Void).Refusal!.PartnerCode);
        Assert.Null(OrdersRefusals.AirlineNotCovered.PartnerCode);
    }

    /// <summary>The lists of what proves that nothing was done are closed: a code that is added to one must be added here too.</summary>
    [Theory]
    [InlineData(CaseKind.Void, new[] { 801, 805, 808, 810, 815, 820, 822, 823, 824, 841, 843, 900, 901, 902 })]
    [InlineData(CaseKind.Refund, new[] { 801, 802, 805, 807, 808, 809, 810, 811, 812, 815, 820, 821, 822, 823, 824, 841, 843, 900, 901, 902, 8041 })]
    public void Send_IsRefusedBy_TheListedCodesOnly(CaseKind kind, int[] listed) =>
        Assert.Equal(listed, Enumerable.Range(-10, 10_100).Where(code => AtlasAnswers.OfSend(code, kind).Refusal is not null));

    private static string Word(AtlasMeaning meaning) => meaning is { Refusal: null, Unknown: null } ? "yes" : meaning.Refusal?.Name ?? "?" + meaning.Unknown;
}
