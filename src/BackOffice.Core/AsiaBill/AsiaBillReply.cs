using System.Text;

namespace BackOffice.Core.AsiaBill;

/// <summary>What one request ended in, before anybody reads the JSON.</summary>
internal sealed record AsiaBillReply
{
    /// <summary>Null where no status line came.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>The bytes as they came: the signature is about these.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>Why there is no answer: <c>timeout</c>, <c>connection</c>, <c>unreadable</c>, <c>cancelled</c>; null where one came.</summary>
    public string? Failure { get; init; }

    /// <summary>The header <c>Retry-After</c> where it came.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How the reply's signature fits; null where no answer came.</summary>
    public SignatureFit? Signature { get; init; }

    public required TimeSpan Took { get; init; }

    public string Text => Encoding.UTF8.GetString(Bytes.Span).TrimStart('\uFEFF');
}

/// <summary>How a signature fits the bytes that came with it.</summary>
internal enum SignatureFit
{
    /// <summary>Over the bytes as they came.</summary>
    AsItCame,

    /// <summary>Over the same JSON without white space.</summary>
    Compact,

    /// <summary>There is none.</summary>
    Missing,

    /// <summary>It is good for neither.</summary>
    Wrong,
}
