using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Simulation.Partner;

/// <summary>AsiaBill in memory, with books of its own.</summary>
internal sealed class PaymentBooks
{
    public const string SignKey = "simulation-sign-key";
    public const string GatewayNo = "12345678";

    private readonly Dictionary<string, PaymentBook> payments = new(StringComparer.Ordinal);
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private int batches;

    public IEnumerable<PaymentBook> Payments => payments.Values;

    /// <summary>Every refund of every payment.</summary>
    public IEnumerable<Submitted> All => payments.Values.SelectMany(p => p.Taken);

    public PaymentBook Open(string tradeNo, long total)
    {
        var payment = new PaymentBook(tradeNo, total);
        payments.Add(tradeNo, payment);
        return payment;
    }

    public PaymentBook? Of(string tradeNo) => payments.GetValueOrDefault(tradeNo);

    public PaymentBooks Copy()
    {
        var copy = new PaymentBooks { batches = batches };
        foreach (var payment in payments.Values)
        {
            copy.payments.Add(payment.TradeNo, payment.Copy());
        }

        copy.ids.UnionWith(ids);
        return copy;
    }

    public string Answer(Packet packet, Customs customs, DateTimeOffset now) =>
        packet.Path == Calls.CardRefund ? Refund(packet, customs, now) : LookUp(Calls.BatchOf(packet.Path), now);

    /// <summary>A person makes it on AsiaBill's own pages.</summary>
    public Submitted TakeByHand(PaymentBook payment, long minor, DateTimeOffset now) => Take(payment, null, minor, now, 0, isForeign: true);

    /// <summary>What a desk has taken for lost reached it after all.</summary>
    public Submitted TakeLate(PaymentBook payment, string ourNumber, long minor, DateTimeOffset visibleAt) => Take(payment, ourNumber, minor, visibleAt, 0, isForeign: false);

    /// <summary>A notice as AsiaBill signs it, or as somebody without the key would.</summary>
    public static (string Time, string Signature) Sign(string id, byte[] body, DateTimeOffset now, string key)
    {
        var time = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        byte[] text = [.. Encoding.UTF8.GetBytes($"{GatewayNo}{id}{time}V2022-03."), .. body];
        return (time, Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), text)));
    }

    private string Refund(Packet packet, Customs customs, DateTimeOffset now)
    {
        if (packet.Id is not { } id || !ids.Add(id))
        {
            return """{"code":"L0004","message":"repeated request"}""";
        }

        using var asked = JsonDocument.Parse(packet.Body);
        var root = asked.RootElement;
        var amount = (long)(decimal.Parse(root.GetProperty("refundAmount").GetString()!, CultureInfo.InvariantCulture) * 100);
        if (Of(root.GetProperty("tradeNo").GetString() ?? "") is not { } payment)
        {
            return """{"code":"P0002","message":"no such payment"}""";
        }

        if (!customs.AcceptsTwice && payment.Given + amount > payment.Total)
        {
            return """{"code":"P0002","message":"more than is left"}""";
        }

        var taken = Take(payment, root.GetProperty("merTrackNo").GetString(), amount, now + customs.VisibleAfter, customs.CardStandsAtOnce, isForeign: false);
        return $$"""{"code":"{{customs.CardYes}}","message":"ok","data":{{Data(taken)}}}""";
    }

    private string LookUp(string batchNo, DateTimeOffset now) => All.FirstOrDefault(t => t.Code == batchNo && t.VisibleAt <= now) is { } found
        ? $$"""{"code":"0000","message":"ok","data":{{Data(found)}}}"""
        : """{"code":"B0001","message":"not found"}""";

    private static string Data(Submitted taken) =>
        $$"""{"batchNo":"{{taken.Code}}","tradeNo":"{{taken.TradeNo}}","refundStatus":"{{Word(taken.Status)}}","refundDescription":"as it is"}""";

    public static string Word(int status) => status switch { 0 => "pending", 1 => "success", 2 => "fail", _ => "in review" };

    private Submitted Take(PaymentBook payment, string? ourNumber, long minor, DateTimeOffset visibleAt, int status, bool isForeign)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"88{++batches:000000}");
        var taken = new Submitted(code, ourNumber, new Figures(0, minor, IsVoucher: false), visibleAt) { TradeNo = payment.TradeNo, Status = status, IsForeign = isForeign };
        payment.Taken.Add(taken);
        return taken;
    }
}
