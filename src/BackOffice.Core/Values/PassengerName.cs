namespace BackOffice.Core.Values;

/// <summary>How a passenger is named in one text. Pure.</summary>
public static class PassengerName
{
    /// <summary>Last name first, as tickets have it; one of the two may be missing.</summary>
    public static string Of(string last, string first) => (last + " " + first).Trim();

    /// <param name="isSeen">Whether the reader may see personal data.</param>
    public static string Of(string last, string first, bool isSeen) => isSeen ? Of(last, first) : Mask.Name(last, first);
}
