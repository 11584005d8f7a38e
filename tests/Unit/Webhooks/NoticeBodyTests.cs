using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Payments;
using BackOffice.Core.Webhooks;
using BackOffice.Sandbox;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Unit.Testing;

namespace Unit.Webhooks;

/// <summary>What a notice says is kept until it was read and no longer: most of them are of events that the desk does not use, with passengers' papers.</summary>
public sealed class NoticeBodyTests
{
    [Fact]
    public async Task Body_OfWhatWasRead_IsGone_AndWhatCameOfItStays()
    {
        await using var desk = await Desk.StartAsync();
        var found = await desk.CaseAsync(await desk.SentAsync(Scenes.PlainDeposit));
        await desk.ReceiveAsync(Desk.VoidNotice(found.OrderNo, found.PartnerRef!, 1));
        await desk.ReceiveAsync("""{"type":"order.ticketed","data":{"passengers":[{"name":"SAMPLE/ANNA"}]}}""");
        await desk.ReceiveAsync("not json at all");
        var before = await NoticesAsync(desk);

        await desk.ReadNoticesAsync();

        var after = await NoticesAsync(desk);
        Assert.All(before, n => Assert.NotEmpty(n.Sealed));
        Assert.All(after, n => Assert.Empty(n.Sealed));
        Assert.Equal(["asked", "other-event", "unreadable"], after.Select(n => n.Result));
        Assert.Equal((long?)found.Id, after[0].CaseId);
        Assert.Equal(before.Select(n => n.Fingerprint), after.Select(n => n.Fingerprint));
    }

    /// <summary>The row is known by its fingerprint; its words are not there any more.</summary>
    [Fact]
    public async Task Body_ThatComesAgain_IsKeptAnewAndRead()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.SentAsync(Scenes.PlainDeposit);
        var body = Desk.VoidNotice(Scenes.PlainDeposit.OrderNo, (await desk.CaseAsync(number)).PartnerRef!, 1);
        await desk.ReceiveAsync(body);
        await desk.ReadNoticesAsync();

        await desk.ReceiveAsync(body);
        var again = Assert.Single(await NoticesAsync(desk));
        await desk.ReadNoticesAsync();

        var read = Assert.Single(await NoticesAsync(desk));
        Assert.NotEmpty(again.Sealed);
        Assert.Equal((2, "asked"), (read.Times, read.Result));
        Assert.Empty(read.Sealed);
    }

    /// <summary>It is tried again in the next round, and has to be there.</summary>
    [Fact]
    public async Task Body_OverWhichTheProgramStumbles_Stays()
    {
        await using var desk = await Desk.StartAsync();
        await ReceiveOfCardsAsync(desk);

        await Stumbling(desk, NullLogger<ProcessNotices>.Instance).ExecuteAsync(CancellationToken.None);

        var kept = Assert.Single(await NoticesAsync(desk));
        Assert.Null(kept.ProcessedAt);
        Assert.NotEmpty(kept.Sealed);
    }

    /// <summary>The database came back without its key ring. What came before is kept, and read at the first start after the key ring is there again.</summary>
    [Fact]
    public async Task Body_WhoseKeyIsMissing_Stays_AndIsReadOnceTheKeyIsBack()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.SentAsync(Scenes.PlainDeposit);
        await desk.ReceiveAsync(Desk.VoidNotice(Scenes.PlainDeposit.OrderNo, (await desk.CaseAsync(number)).PartnerRef!, 1));
        var came = Assert.Single(await NoticesAsync(desk)).Sealed;

        desk.Restart(services => services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider()));
        await desk.ReadNoticesAsync();
        await desk.Use<ReopenNotices>().ExecuteAsync(CancellationToken.None);
        var without = Assert.Single(await NoticesAsync(desk));
        desk.Restart();
        await desk.Use<ReopenNotices>().ExecuteAsync(CancellationToken.None);
        await desk.ReadNoticesAsync();

        var read = Assert.Single(await NoticesAsync(desk));
        Assert.Equal(("unreadable", true), (without.Result, without.ProcessedAt is not null));
        Assert.Equal(came, without.Sealed);
        Assert.Equal("asked", read.Result);
        Assert.Empty(read.Sealed);
    }

    /// <summary>Nothing is left of it, and it would make no more sense.</summary>
    [Fact]
    public async Task Body_ThatWasOpenedAndMadeNoSense_IsNotReadAgain()
    {
        await using var desk = await Desk.StartAsync();
        await desk.ReceiveAsync("not json at all");
        await desk.ReadNoticesAsync();

        await desk.Use<ReopenNotices>().ExecuteAsync(CancellationToken.None);

        Assert.NotNull(Assert.Single(await NoticesAsync(desk)).ProcessedAt);
    }

    /// <summary>Two programs may work on one file, and both have listed it: the second finds nothing to read and must not call that unreadable.</summary>
    [Fact]
    public async Task Notice_ThatAnotherProgramReadMeanwhile_IsLeftAsItIs()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.SentAsync(Scenes.PlainDeposit);
        await ReceiveOfCardsAsync(desk);
        await desk.ReceiveAsync(Desk.VoidNotice(Scenes.PlainDeposit.OrderNo, (await desk.CaseAsync(number)).PartnerRef!, 1));

        await Stumbling(desk, new OtherProgram(desk)).ExecuteAsync(CancellationToken.None);

        Assert.Equal("asked", (await NoticesAsync(desk))[^1].Result);
    }

    private static async Task ReceiveOfCardsAsync(Desk desk) =>
        (await desk.Use<ReceiveNotice>().ExecuteAsync(NoticePartner.AsiaBill, "{}"u8.ToArray(), CancellationToken.None)).Require();

    /// <summary>Reads what comes from Atlas, and throws over the rest.</summary>
    private static ProcessNotices Stumbling(Desk desk, ILogger<ProcessNotices> logger) =>
        new(desk.Use<Store>(), desk.Use<IDataProtectionProvider>(), new Failing(), logger);

    private static async Task<List<Notice>> NoticesAsync(Desk desk)
    {
        await using var db = desk.Database.Open();
        return await db.Set<Notice>().AsNoTracking().OrderBy(n => n.Id).ToListAsync();
    }

    private sealed class Failing : ICardNoticeCheck
    {
        public CardNoticeVerdict Check(CardNoticeHead head, ReadOnlyMemory<byte> body) => throw new NotSupportedException();

        public CardNotice? Read(ReadOnlyMemory<byte> body) => throw new NotSupportedException("A fault of ours.");
    }

    /// <summary>Runs its own round at the moment at which the first says that it stumbled.</summary>
    private sealed class OtherProgram(Desk desk) : ILogger<ProcessNotices>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Task.Run(desk.ReadNoticesAsync).GetAwaiter().GetResult();
    }
}
