using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BackOffice.Core.Atlas;

/// <summary>Reads a whole answer into its wire record.</summary>
internal static class AtlasBody
{
    /// <summary>Null where an object or a list is not of the documented shape.</summary>
    public static T? Read<T>(string body, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(body, type);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second is what half a surrogate pair inside a text throws.
            return null;
        }
    }
}
