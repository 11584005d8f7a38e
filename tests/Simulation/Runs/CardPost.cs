using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BackOffice.Core.Payments;
using BackOffice.Core.Webhooks;
using Simulation.Desks;
using Simulation.Engine;
using Simulation.Partner;

namespace Simulation.Runs;

/// <summary>AsiaBill's notices, and those of whoever poses as AsiaBill.</summary>
internal sealed class CardPost(World world)
{
    /// <summary>Of some refund, or forged; now and then the same one again, and seldom a storm of it.</summary>
    public void Tell(int burst)
    {
        var (dice, step) = (world.Dice, world.Step);
        var all = world.Books.Cards.All.ToList();
        var isForged = dice.Chance(200, step, Purpose.Detail, 8);
        if (all.Count == 0 && !isForged)
        {
            return;
        }

        var told = all.Count == 0 ? null : all[dice.Below(all.Count, step, Purpose.Detail, 9)];
        var times = !dice.Chance(150, step, Purpose.Notice, 1) ? 1 : dice.Chance(20, step, Purpose.Notice, 2) ? 30 : dice.Pick<int>([2, 4], step, Purpose.Notice, 3);
        for (var i = 0; i < times; i++)
        {
            TellOf(told, isForged, world.Instances[dice.Below(2, step, Purpose.Target, i)], i == 0 ? burst : 200, step);
        }
    }

    /// <summary>One notice as AsiaBill sends it; a forged one has another's signature.</summary>
    public void TellOf(Submitted? told, bool isForged, Instance desk, int burst, int id)
    {
        if (desk.IsDead)
        {
            return;
        }

        var ours = world.Books.Customs.CardNoticesNameOurs && told?.Offer is { } number ? $"\"merTrackNo\":\"{number}\"," : "";
        var body = Encoding.UTF8.GetBytes(
            $$"""{"type":"refund.{{PaymentBooks.Word(told?.Status ?? 1)}}","data":{"batchNo":"{{told?.Code ?? "88999999"}}",{{ours}}"tradeNo":"{{told?.TradeNo ?? Prologue.TradeNo}}"} }""");
        var name = string.Create(CultureInfo.InvariantCulture, $"NOTICE-{id}");
        var (time, signature) = PaymentBooks.Sign(name, body, world.Clock.Now, isForged ? "another-key" : PaymentBooks.SignKey);
        var whyNot = desk.CardNotices.Check(new CardNoticeHead(name, time, "V2022-03", signature), body).WhyNot;
        world.Note(
            world.Trace is null ? null : $"   AsiaBill tells of {told?.Code ?? "nothing"} (forged: {isForged}), which is taken as: {whyNot ?? "genuine"}", "told", isForged ? 1 : 0);
        if (isForged)
        {
            world.Judge.Forged(whyNot);
        }

        if (whyNot is null && told is not null && ours.Length > 0)
        {
            told.ToldAs = [.. told.ToldAs.Union([Convert.ToHexStringLower(SHA256.HashData(body))], StringComparer.Ordinal)];
        }

        if (whyNot is null or "unreadable")
        {
            world.Begin("notice", desk, () => desk.ReceiveNotice.ExecuteAsync(NoticePartner.AsiaBill, body, default), burst);
        }
    }
}
