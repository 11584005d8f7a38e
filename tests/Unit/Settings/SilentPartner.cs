using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace Unit.Settings;

/// <summary>A partner of whom nothing comes back.</summary>
internal sealed class SilentPartner : IAtlasQuestions
{
    public Task<PartnerAnswer<OrderSnapshot>> FindByNumberAsync(OrderNumber orderNo, CancellationToken cancellationToken) => Silence<OrderSnapshot>();

    public Task<PartnerAnswer<OrderSnapshot>> FindByPnrAsync(string airlinePnr, string carrier, string? passengerName, CancellationToken cancellationToken) => Silence<OrderSnapshot>();

    public Task<PartnerAnswer<OrderPage>> SearchAsync(OrderSearch search, CancellationToken cancellationToken) => Silence<OrderPage>();

    public Task<PartnerAnswer<PartnerQuote>> QuoteVoidAsync(OrderNumber orderNo, CancellationToken cancellationToken) => Silence<PartnerQuote>();

    public Task<PartnerAnswer<IReadOnlyList<PartnerProgress>>> QueryVoidsAsync(OrderNumber orderNo, string? voidCode, CancellationToken cancellationToken) => Silence<IReadOnlyList<PartnerProgress>>();

    public Task<PartnerAnswer<PartnerQuote>> QuoteRefundAsync(OrderSnapshot order, RefundWish wish, CancellationToken cancellationToken) => Silence<PartnerQuote>();

    public Task<PartnerAnswer<IReadOnlyList<PartnerProgress>>> QueryRefundsAsync(OrderNumber orderNo, string? refundCode, CancellationToken cancellationToken) => Silence<IReadOnlyList<PartnerProgress>>();

    public Task<PartnerAnswer<Done>> RegisterWebhookAsync(Uri address, CancellationToken cancellationToken) => Silence<Done>();

    private static Task<PartnerAnswer<T>> Silence<T>() => Task.FromResult<PartnerAnswer<T>>(new PartnerAnswer<T>.NoAnswer("timeout"));
}
