namespace BackOffice.Web.Components.Shared;

/// <summary>The five meanings that a colour can have. It never stands alone: an icon and a word say the same.</summary>
public enum Meaning
{
    Neutral,
    Info,
    Good,
    Warn,
    Bad,
}

internal static class Meanings
{
    public static string ClassOf(Meaning meaning) => meaning switch
    {
        Meaning.Neutral => "is-neutral",
        Meaning.Info => "is-info",
        Meaning.Good => "is-good",
        Meaning.Warn => "is-warn",
        Meaning.Bad => "is-bad",
    };

    public static string IconOf(Meaning meaning) => meaning switch
    {
        Meaning.Neutral => "info",
        Meaning.Info => "info",
        Meaning.Good => "done-round",
        Meaning.Warn => "alert",
        Meaning.Bad => "stop",
    };
}
