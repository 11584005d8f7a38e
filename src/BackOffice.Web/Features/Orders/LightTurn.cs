using BackOffice.Core.Orders;

namespace BackOffice.Web.Features.Orders;

/// <summary>When time alone may have changed that an order can be voided. Pure.</summary>
internal static class LightTurn
{
    /// <summary>The end is the most cautious reading, or could not be read at all: Atlas may close the window at any time after it.</summary>
    private static readonly TimeSpan Meanwhile = TimeSpan.FromMinutes(10);

    /// <summary>The last safe moment, then the end itself, then every ten minutes; null where there is no yes to take back.</summary>
    /// <param name="deadline">Of the yes that is on the screen.</param>
    public static DateTimeOffset? After(DateTimeOffset now, Deadline? deadline, TimeSpan margin) => deadline switch
    {
        null => null,
        { At: { } end } when end - margin > now => end - margin,
        { At: { } end } when end > now => end,
        _ => now + Meanwhile,
    };
}
