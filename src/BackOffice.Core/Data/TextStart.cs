namespace BackOffice.Core.Data;

/// <summary>The beginning of a text, written as a range, which an index serves in every database; LIKE is served in hardly any.</summary>
internal static class TextStart
{
    /// <summary>Behind every text that begins so. Capital and small letters differ.</summary>
    public static string EndOf(string start) => start + "\uffff";
}
