using System.Globalization;
using System.Text;
using BackOffice.Core.AsiaBill;
using BackOffice.Core.Cases;
using BackOffice.Core.Ledger;
using BackOffice.Core.Payments;
using BackOffice.Core.Webhooks;
using BackOffice.Sandbox;
using BackOffice.Web.Features.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Unit.Testing;

namespace Unit.Web.Webhooks;

/// <summary>AsiaBill's notices, over real HTTP and signed by its stand-in: stored, answered, and never more than a reason to ask.</summary>
public sealed class AsiaBillNoticeEndpointTests : IAsyncLifetime
{
    private static readonly TimeSpan UntilDone = TimeSpan.FromMinutes(5);

    private Desk desk = null!;
    private WebApplication app = null!;

    public async ValueTask InitializeAsync()
    {
        desk = await Desk.StartAsync();
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(_ => desk.Use<ReceiveNotice>());
        builder.Services.AddSingleton(_ => desk.Use<ICardNoticeCheck>());
        builder.Services.AddAuthorization();
        builder.Services.AddRateLimiter(_ => { });
        builder.AddWebhookEndpoints();
        app = builder.Build();
        app.UseRouting();
        app.UseRateLimiter();
        app.MapWebhooks();
        await app.StartAsync();
        desk.Cards.Notices.Register(new Uri(app.Urls.First() + "/webhooks/asiabill"));
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await desk.DisposeAsync();
    }

    [Fact]
    public async Task Notice_OfAFollowedRefund_HasItAskedAboutAndChangesNothingByItself()
    {
        var number = await desk.CardSentAsync(PaymentScenes.Plain);
        var before = await desk.CaseAsync(number);

        await NoticeAsync();
        await desk.ReadNoticesAsync();
        var told = await desk.CaseAsync(number);

        Assert.Equal(NoticeFate.Delivered, Assert.Single(desk.Cards.Notices.Deliveries).Fate);
        Assert.Equal((CaseState.Following, before.Version, before.PartnerStatus), (told.State, told.Version, told.PartnerStatus));
        Assert.Equal(desk.Clock.GetUtcNow(), told.NextAskAt);
        await desk.ReconcileAsync();
        Assert.Equal(CaseState.Refunded, await desk.StateAsync(number));
    }

    [Fact]
    public async Task Notice_Forged_IsRefusedAndNotStored()
    {
        var number = await desk.CardSentAsync(PaymentScenes.Plain);
        var before = await desk.CaseAsync(number);

        var answer = await desk.Cards.Notices.SendForgedAsync(PaymentScenes.Plain.TradeNo, before.PartnerRef!, BackOffice.Sandbox.CardRefundStatus.Success, TestContext.Current.CancellationToken);
        await desk.ReadNoticesAsync();

        Assert.Equal(401, answer);
        Assert.Empty(await NoticesAsync());
        Assert.Equal((before.State, before.NextAskAt), ((await desk.CaseAsync(number)).State, (await desk.CaseAsync(number)).NextAskAt));
    }

    [Fact]
    public async Task Notice_OlderThanTenMinutes_IsRefusedAndNotStored()
    {
        desk.Cards.Options = desk.Cards.Options with { NoticeTime = NoticeTime.ElevenMinutesAgo };
        await desk.CardSentAsync(PaymentScenes.Plain);

        await NoticeAsync();

        Assert.Equal(401, Assert.Single(desk.Cards.Notices.Deliveries).AnswerStatus);
        Assert.Empty(await NoticesAsync());
    }

    [Fact]
    public async Task Notice_SentTwice_IsStoredOnceAndAnsweredTwice()
    {
        desk.Cards.Notices.Policy = NoticePolicy.Duplicate;
        await desk.CardSentAsync(PaymentScenes.Plain);

        await NoticeAsync();

        Assert.Equal([NoticeFate.Delivered, NoticeFate.Delivered], desk.Cards.Notices.Deliveries.Select(d => d.Fate));
        var stored = Assert.Single(await NoticesAsync());
        Assert.Equal((NoticePartner.AsiaBill, 2), (stored.Partner, stored.Times));
    }

    /// <summary>The reply was lost and with it the number; the notice brings it, and the look-up settles what happened.</summary>
    [Fact]
    public async Task Notice_AboutAnUnknownOutcome_BringsTheNumberAndTheLookUpDecides()
    {
        var scene = PaymentScenes.LostReplyAfter;
        var number = await desk.CardSentAsync(scene, total: new(24_000, "USD"), amount: new(24_000, "USD"));
        Assert.Equal(CaseState.OutcomeUnknown, await desk.StateAsync(number));

        await NoticeAsync();
        await desk.ReadNoticesAsync();
        var hinted = await desk.CaseAsync(number);
        var there = Assert.Single(desk.Cards.RefundsOf(scene.TradeNo));

        Assert.Equal((CaseState.OutcomeUnknown, (string?)null, there.BatchNo), (hinted.State, hinted.PartnerRef, hinted.HintedRef));
        await desk.ReconcileAsync();
        var settled = await desk.CaseAsync(number);
        Assert.Equal((CaseState.Refunded, there.BatchNo, (string?)null), (settled.State, settled.PartnerRef, settled.HintedRef));
        Assert.Equal(AttemptState.Settled, (await desk.PermitAsync(number)).State);
        Assert.Equal((1, 1), (desk.Cards.Count(AsiaBillStandIn.RefundPath, scene.TradeNo), desk.Cards.RecordedRefunds(scene.TradeNo)));
    }

    /// <summary>Payment and amount could fit another refund as well: it is left to a person.</summary>
    [Fact]
    public async Task Notice_WithoutOurNumber_DoesNotTouchAnUnknownOutcome()
    {
        desk.Cards.Options = desk.Cards.Options with { NoticesNameTrack = false };
        var number = await desk.CardSentAsync(PaymentScenes.LostReplyAfter, total: new(24_000, "USD"), amount: new(24_000, "USD"));

        await NoticeAsync();
        await desk.ReadNoticesAsync();
        await desk.ReconcileAsync();

        Assert.Equal("unknown-order", Assert.Single(await NoticesAsync()).Result);
        Assert.Equal((CaseState.OutcomeUnknown, (string?)null), ((await desk.CaseAsync(number)).State, (await desk.CaseAsync(number)).HintedRef));
        Assert.Equal(0, desk.Cards.Count(AsiaBillStandIn.LookUpPath));
    }

    /// <summary>Our number with another payment's refund: the look-up says so, and nobody asks again.</summary>
    [Fact]
    public async Task Notice_ThatNamesAStrangersRefund_SettlesNothing()
    {
        var number = await desk.CardSentAsync(PaymentScenes.LostReplyAfter, total: new(24_000, "USD"), amount: new(24_000, "USD"));
        var strange = desk.Cards.RefundInPortal(PaymentScenes.Plain.TradeNo, 10m);
        var body = $$$"""{"type":"refund.success","data":{"batchNo":"{{{strange}}}","merTrackNo":"{{{number}}}-1"}}""";

        (await desk.Use<ReceiveNotice>().ExecuteAsync(NoticePartner.AsiaBill, Encoding.UTF8.GetBytes(body), CancellationToken.None)).Require();
        await desk.ReadNoticesAsync();
        Assert.Equal(strange, (await desk.CaseAsync(number)).HintedRef);
        await desk.ReconcileForAsync(TimeSpan.FromHours(1));
        var after = await desk.CaseAsync(number);

        Assert.Equal(2, desk.Cards.Count(AsiaBillStandIn.LookUpPath));
        Assert.Equal((CaseState.OutcomeUnknown, (string?)null, (DateTimeOffset?)null), (after.State, after.HintedRef, after.NextAskAt));
        Assert.Equal(0, after.ClearNothings);
    }

    [Fact]
    public async Task Post_OfMoreThan64Kilobytes_IsRefusedUnread()
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(app.Urls.First()) };
        using var content = new ByteArrayContent(new byte[(64 * 1024) + 1]);

        using var answer = await client.PostAsync(new Uri("/webhooks/asiabill", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(413, (int)answer.StatusCode);
    }

    /// <summary>AsiaBill would send it fifteen times, and it would be no more readable at the last.</summary>
    [Theory]
    [InlineData("not json at all")]
    [InlineData("""{"data":{"batchNo":"442011"}}""")]
    public async Task Post_SignedAndUnreadable_IsStoredAndTaken(string body)
    {
        var answer = await PostSignedAsync(body);
        await desk.ReadNoticesAsync();

        Assert.Equal((200, "success"), answer);
        var stored = Assert.Single(await NoticesAsync());
        Assert.Equal((NoticePartner.AsiaBill, "unreadable"), (stored.Partner, stored.Result));
    }

    /// <summary>Without a key anybody could sign: there is no such address then.</summary>
    [Fact]
    public async Task Post_WhereAsiaBillIsNotSetUp_IsNotFoundAndNotStored()
    {
        desk.Restart(services => services.AddAsiaBill((_, cards) => (cards.BaseUrl, cards.GatewayNo, cards.SignKey, cards.Send) = ("", "", "", false)));

        var answer = await PostSignedAsync("""{"type":"refund.success","data":{"batchNo":"442011"}}""");

        Assert.Equal((404, ""), answer);
        Assert.Empty(await NoticesAsync());
    }

    /// <summary>Signed as AsiaBill signs, at this moment of the desk's clock.</summary>
    private async Task<(int Status, string Text)> PostSignedAsync(string body)
    {
        var (account, bytes) = (desk.Cards.Options, Encoding.UTF8.GetBytes(body));
        var time = desk.Clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(app.Urls.First()) };
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri("/webhooks/asiabill", UriKind.Relative)) { Content = new ByteArrayContent(bytes) };
        message.Headers.Add("request-id", "A-1");
        message.Headers.Add("request-time", time);
        message.Headers.Add("version", "V2022-03");
        message.Headers.Add("sign-info", AsiaBillSignature.Of(account.SignKey, [account.GatewayNo, "A-1", time, "V2022-03"], bytes));

        using var answer = await client.SendAsync(message, TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task NoticeAsync()
    {
        desk.Pass(UntilDone);
        await desk.Cards.PumpAsync(TestContext.Current.CancellationToken);
    }

    private async Task<List<Notice>> NoticesAsync()
    {
        await using var db = desk.Database.Open();
        return await db.Set<Notice>().AsNoTracking().ToListAsync();
    }
}
