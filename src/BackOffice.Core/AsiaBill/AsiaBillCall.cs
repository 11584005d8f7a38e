using System.Globalization;

namespace BackOffice.Core.AsiaBill;

/// <summary>One call before it is signed.</summary>
internal sealed record AsiaBillCall
{
    /// <summary>Our own id of the request: up to 64 letters, digits and hyphens.</summary>
    public required string RequestId { get; init; }
    public required HttpMethod Method { get; init; }

    /// <summary>Behind the version, ready for an address: <c>refund/442011</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The values of the path's parameters, unescaped and glued.</summary>
    public string PathValues { get; init; } = "";

    /// <summary>Null where there is no body.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    public SignedText Signed(string gatewayNo, string requestTime) => new(gatewayNo + RequestId + requestTime) { Path = PathValues, Body = Body ?? default };

    /// <summary>Milliseconds since 1970; AsiaBill refuses what is more than ten minutes off.</summary>
    public static string TimeText(DateTimeOffset at) => at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
