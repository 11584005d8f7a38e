using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using BackOffice.Core.Access;

namespace BackOffice.Web.Session;

/// <summary>
/// The sessions of browsers. One begins when somebody signs in, goes on through everything the cookie is renewed for, and ends when they sign out or when
/// somebody else signs in in the same browser. From then on its cookie and its pages are nobody's, told or not. Reaches this process only, as pages do.
/// </summary>
/// <param name="clock">Real time, as cookies have it.</param>
public sealed class StaffSessions(StaffChanges changes, TimeProvider clock)
{
    public const string ClaimType = "session";

    /// <summary>How long a cookie lives that nothing renews.</summary>
    public static readonly TimeSpan CookieLife = TimeSpan.FromHours(10);

    /// <summary>Past the end of every cookie that was on its way when the session ended.</summary>
    private static readonly TimeSpan Remembered = CookieLife + TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> ended = new(StringComparer.Ordinal);

    public static string Begin() => RandomNumberGenerator.GetHexString(32);

    public static string? Of(ClaimsPrincipal? person) => person?.FindFirstValue(ClaimType);

    /// <summary>False also for a cookie that names no session: whoever has one signs in again.</summary>
    public bool IsOn(ClaimsPrincipal? person) => Of(person) is { } session && !ended.ContainsKey(session);

    /// <summary>Ends the session that this cookie is of, and tells the person's open pages to look; those of other sessions go on.</summary>
    public void End(ClaimsPrincipal person)
    {
        var now = clock.GetUtcNow();
        if (Of(person) is { } session)
        {
            ended[session] = now;
        }

        foreach (var old in ended.Where(one => now - one.Value > Remembered))
        {
            ended.TryRemove(old);
        }

        if (CurrentActor.ActorOf(person) is { } actor)
        {
            changes.Notify(actor.Id);
        }
    }
}
