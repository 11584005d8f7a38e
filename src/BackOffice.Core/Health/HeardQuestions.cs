using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace BackOffice.Core.Health;

/// <summary>The partner's questions, with an ear for whether an answer came. Changes nothing of what is asked or answered.</summary>
internal sealed class HeardQuestions(IAtlasQuestions asked, PartnerPulse pulse) : IAtlasQuestions
{
    public Task<PartnerAnswer<OrderSnapshot>> FindByNumberAsync(OrderNumber orderNo, CancellationToken cancellationToken) =>
        HearAsync(asked.FindByNumberAsync(orderNo, cancellationToken));

    public Task<PartnerAnswer<OrderSnapshot>> FindByPnrAsync(string airlinePnr, string carrier, string? passengerName, CancellationToken cancellationToken) =>
        HearAsync(asked.FindByPnrAsync(airlinePnr, carrier, passengerName, cancellationToken));

    public Task<PartnerAnswer<OrderPage>> SearchAsync(OrderSearch search, CancellationToken cancellationToken) =>
        HearAsync(asked.SearchAsync(search, cancellationToken));

    public Task<PartnerAnswer<PartnerQuote>> QuoteVoidAsync(OrderNumber orderNo, CancellationToken cancellationToken) =>
        HearAsync(asked.QuoteVoidAsync(orderNo, cancellationToken));

    public Task<PartnerAnswer<IReadOnlyList<PartnerProgress>>> QueryVoidsAsync(OrderNumber orderNo, string? voidCode, CancellationToken cancellationToken) =>
        HearAsync(asked.QueryVoidsAsync(orderNo, voidCode, cancellationToken));

    public Task<PartnerAnswer<PartnerQuote>> QuoteRefundAsync(OrderSnapshot order, RefundWish wish, CancellationToken cancellationToken) =>
        HearAsync(asked.QuoteRefundAsync(order, wish, cancellationToken));

    public Task<PartnerAnswer<IReadOnlyList<PartnerProgress>>> QueryRefundsAsync(OrderNumber orderNo, string? refundCode, CancellationToken cancellationToken) =>
        HearAsync(asked.QueryRefundsAsync(orderNo, refundCode, cancellationToken));

    public Task<PartnerAnswer<Done>> RegisterWebhookAsync(Uri address, CancellationToken cancellationToken) =>
        HearAsync(asked.RegisterWebhookAsync(address, cancellationToken));

    private async Task<PartnerAnswer<T>> HearAsync<T>(Task<PartnerAnswer<T>> question)
    {
        var answer = await question;
        if (answer is PartnerAnswer<T>.NoAnswer silent)
        {
            pulse.Silent(silent.Reason);
        }
        else
        {
            pulse.Answered();
        }

        return answer;
    }
}
