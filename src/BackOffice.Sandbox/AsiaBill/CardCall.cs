namespace BackOffice.Sandbox.AsiaBill;

/// <summary>A call as it came in, taken apart but not checked.</summary>
internal sealed record CardCall
{
    /// <summary>With its parameter's name in place of the value, as faults and counts name it.</summary>
    public required string Path { get; init; }

    /// <summary>The payment it is about, as far as that can be read.</summary>
    public string? TradeNo { get; init; }

    /// <summary>The value inside the path of a look-up.</summary>
    public string? BatchNo { get; init; }

    public required byte[] Body { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public required IReadOnlyList<KeyValuePair<string, string>> Query { get; init; }

    public string? Header(string name) => Headers.TryGetValue(name, out var value) && value.Length > 0 ? value : null;
}
