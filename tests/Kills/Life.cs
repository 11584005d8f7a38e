namespace Kills;

/// <summary>When a desk is killed.</summary>
internal enum Moment
{
    /// <summary>Some time before it listens.</summary>
    WhileStarting,

    /// <summary>Some milliseconds after the stand-in received the next <c>void.do</c>.</summary>
    AroundASend,

    /// <summary>Any time from the middle of its start on.</summary>
    AnyTime,
}

/// <summary>One desk's life as the seed has it.</summary>
/// <param name="StartsAfter">Of the round's begin: the second desk of a round comes later.</param>
/// <param name="LivesFor">From its start, or from the <c>void.do</c> that it is killed after.</param>
/// <param name="ReleaseFirst">What the stand-in holds is let go right before the kill: reply and death race.</param>
internal sealed record Life(Moment Moment, TimeSpan StartsAfter, TimeSpan LivesFor, bool ReleaseFirst)
{
    /// <summary>The longest that is waited for a <c>void.do</c> to be killed after.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(12);

    public static Life Drawn(Random chance, TimeSpan usualStart, bool isSecond)
    {
        var moment = chance.NextDouble() switch
        {
            < 0.25 => Moment.WhileStarting,
            < 0.65 => Moment.AroundASend,
            _ => Moment.AnyTime,
        };
        var lives = moment switch
        {
            Moment.WhileStarting => usualStart * chance.NextDouble(),
            // Most of them within the time that a call and its two commits take.
            Moment.AroundASend => TimeSpan.FromMilliseconds(chance.NextDouble() switch { < 0.4 => 0, < 0.7 => chance.NextDouble() * 15, _ => chance.NextDouble() * 400 }),
            _ => (usualStart * 0.5) + ((usualStart + TimeSpan.FromSeconds(2)) * (chance.NextDouble() * 0.5)),
        };
        return new Life(moment, isSecond ? TimeSpan.FromSeconds(chance.NextDouble()) : TimeSpan.Zero, lives, chance.NextDouble() < 0.3);
    }
}
