using BackOffice.Core.Values;

namespace BackOffice.Core.Orders;

/// <summary>The partner's read-only questions. Safe to repeat; the implementation retries by the partner's classes.</summary>
public interface IAtlasQuestions
{
    /// <summary>The order with this number, or a refusal where it is unknown. An answer about another order counts as no answer.</summary>
    Task<PartnerAnswer<OrderSnapshot>> FindByNumberAsync(OrderNumber orderNo, CancellationToken cancellationToken);

    /// <summary>The order behind an airline's locator. Locators are not unique: the answer may ask for a name.</summary>
    /// <param name="passengerName">Optional, <c>LAST/FIRST</c>; narrows a locator that fits several orders.</param>
    Task<PartnerAnswer<OrderSnapshot>> FindByPnrAsync(string airlinePnr, string carrier, string? passengerName, CancellationToken cancellationToken);

    /// <summary>Orders whose passenger contains the name, or whose contact has exactly the e-mail.</summary>
    Task<PartnerAnswer<OrderPage>> SearchAsync(OrderSearch search, CancellationToken cancellationToken);

    /// <summary>What a void would give back now. Mints a new offer id each time.</summary>
    Task<PartnerAnswer<PartnerQuote>> QuoteVoidAsync(OrderNumber orderNo, CancellationToken cancellationToken);

    /// <summary>The void cases of an order, newest first; empty where Atlas knows none. Asked with both keys where both are known.</summary>
    Task<PartnerAnswer<IReadOnlyList<PartnerProgress>>> QueryVoidsAsync(OrderNumber orderNo, string? voidCode, CancellationToken cancellationToken);

    /// <summary>What a refund of these passengers would give back now. Mints a new offer id each time.</summary>
    /// <param name="order">As it was last read: the partner wants every segment of it named.</param>
    Task<PartnerAnswer<PartnerQuote>> QuoteRefundAsync(OrderSnapshot order, RefundWish wish, CancellationToken cancellationToken);

    /// <summary>The refunds of an order, newest first; empty where Atlas knows none. Asked with both keys where both are known.</summary>
    Task<PartnerAnswer<IReadOnlyList<PartnerProgress>>> QueryRefundsAsync(OrderNumber orderNo, string? refundCode, CancellationToken cancellationToken);

    /// <summary>Tells Atlas where notices go. Replaces the account's one address.</summary>
    Task<PartnerAnswer<Done>> RegisterWebhookAsync(Uri address, CancellationToken cancellationToken);
}

/// <summary>Exactly one of the two is given.</summary>
public sealed record OrderSearch
{
    /// <summary><c>LAST/FIRST</c> or a part of it.</summary>
    public string? PassengerName { get; init; }
    public string? ContactEmail { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;
    public int PageSize { get; init; } = 20;
}

public sealed record OrderPage(IReadOnlyList<OrderListEntry> Orders, int Total);

public sealed record OrderListEntry(string OrderNo, OrderStage Stage)
{
    public string? AtlasPnr { get; init; }
    public IReadOnlyList<string> AirlinePnrs { get; init; } = [];
    public IReadOnlyList<string> Airlines { get; init; } = [];
    public IReadOnlyList<string> PassengerNames { get; init; } = [];
    public string? From { get; init; }
    public string? To { get; init; }
    public DateOnly? DepartsOn { get; init; }
    public DateTimeOffset? CreatedAt { get; init; }
}
