using System.Text.Json.Serialization;

namespace BackOffice.Core.Atlas.Wire;

/// <summary><c>orderList.do</c>'s answer.</summary>
internal sealed record OrderList
{
    public int? TotalRecords { get; init; }

    [JsonConverter(typeof(OneOrMany<ListedOrder>))]
    public IReadOnlyList<ListedOrder>? Orders { get; init; }
}

internal sealed record ListedOrder
{
    public string? OrderNo { get; init; }
    public string? PnrCode { get; init; }

    /// <summary>One element may hold two locators with a bar between them.</summary>
    [JsonConverter(typeof(LenientTexts))]
    public IReadOnlyList<string>? AirlinePNRs { get; init; }
    public string? OrderStatus { get; init; }

    /// <summary><c>yyyyMMdd</c>.</summary>
    public string? DepDate { get; init; }

    [JsonConverter(typeof(LenientTexts))]
    public IReadOnlyList<string>? Airlines { get; init; }

    /// <summary>UTC.</summary>
    public string? OrderCreateTimestamp { get; init; }

    [JsonConverter(typeof(LenientTexts))]
    public IReadOnlyList<string>? PaxNames { get; init; }
    public string? FromCity { get; init; }
    public string? ToCity { get; init; }
}
