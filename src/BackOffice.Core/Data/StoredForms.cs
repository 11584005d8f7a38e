using System.Text.Json;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BackOffice.Core.Data;

/// <summary>How values are written into columns.</summary>
internal static class StoredForms
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.General)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Minor units and currency in one text: <c>USD:18248</c>. Sums are taken by currency after reading, never in SQL.</summary>
    public static PropertyBuilder<Money?> HasMoneyConversion(this PropertyBuilder<Money?> property) =>
        property.HasConversion(new ValueConverter<Money?, string?>(m => Write(m), t => Read(t))).HasMaxLength(24);

    /// <summary>An immutable value as JSON text; compared by its text. Enums inside are written by number, which a member keeps for good.</summary>
    public static PropertyBuilder<T> HasJsonConversion<T>(this PropertyBuilder<T> property)
    {
        var converter = new ValueConverter<T, string>(v => JsonSerializer.Serialize(v, Json), t => JsonSerializer.Deserialize<T>(t, Json)!);
        var comparer = new ValueComparer<T>(
            // Nearly always nothing was put in its place: then there is nothing to write out and compare.
            (a, b) => ReferenceEquals(a, b) || JsonSerializer.Serialize(a, Json) == JsonSerializer.Serialize(b, Json),
            v => JsonSerializer.Serialize(v, Json).GetHashCode(StringComparison.Ordinal),
            v => v);
        property.HasConversion(converter, comparer);
        return property;
    }

    private static string? Write(Money? money) =>
        money is { } value ? value.Currency + ":" + value.Minor.ToString(System.Globalization.CultureInfo.InvariantCulture) : null;

    private static Money? Read(string? text) =>
        text?.Split(':') is [var currency, var minor] ? new Money(long.Parse(minor, System.Globalization.CultureInfo.InvariantCulture), currency) : null;
}
