using System.Globalization;
using System.Security.Cryptography;

namespace BackOffice.Sandbox.Atlas;

/// <summary>Hands out numbers in the partner's shapes. Case codes count through voids and refunds alike, anew each month.</summary>
internal sealed class Numbers
{
    private const int FirstCase = 21;

    private string month = "";
    private int lastCase;
    private DateTimeOffset lastOrderAt = DateTimeOffset.MinValue;
    private int lastPnr = 20_000;

    public string NextCaseCode(DateTimeOffset now)
    {
        var current = WireTime.InOwnZone(now).ToString("yyyyMM", CultureInfo.InvariantCulture);
        lastCase = string.Equals(current, month, StringComparison.Ordinal) ? lastCase + 1 : FirstCase;
        month = current;
        return string.Create(CultureInfo.InvariantCulture, $"{month}-{lastCase:0000}");
    }

    /// <summary>The number of a main order (A) or one for later-bought extras (B).</summary>
    public string NextOrderNo(DateTimeOffset now, char type)
    {
        // The number has milliseconds: two within one of them would be the same.
        var at = new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), now.Offset);
        lastOrderAt = at > lastOrderAt ? at : lastOrderAt.AddMilliseconds(1);
        return $"TEST{type}" + WireTime.InOwnZone(lastOrderAt).ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture);
    }

    public string NextAirlinePnr() => "S" + (++lastPnr).ToString(CultureInfo.InvariantCulture);

    public static string NewOfferId() => "q_" + RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>The partner's own six-letter reference; always the same for an order.</summary>
    public static string PnrCodeFor(string orderNo)
    {
        var hash = orderNo.Aggregate(2_166_136_261u, (sum, c) => (sum ^ c) * 16_777_619u);
        return string.Create(6, hash, static (letters, rest) =>
        {
            for (var i = 0; i < letters.Length; i++, rest /= 26)
                letters[i] = (char)('A' + (rest % 26));
        });
    }
}
