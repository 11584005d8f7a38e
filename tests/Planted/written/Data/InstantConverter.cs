using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BackOffice.Core.Data;

/// <summary>Instants as milliseconds since 1970 UTC: the same order in every database, and no zone to get wrong.</summary>
public sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(
    instant => instant.ToUnixTimeMilliseconds(),
    stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));
