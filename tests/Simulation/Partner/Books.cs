using System.Globalization;
using System.Text.Json;
using Simulation.Engine;

namespace Simulation.Partner;

/// <summary>Atlas in memory, with books of its own: the only witness of what really happened. It never looks at the desk's database.</summary>
internal sealed class Books
{
    private readonly Dictionary<string, OrderBook> orders = new(StringComparer.Ordinal);
    private int offers;
    private int codes;

    public Books(Customs customs) => Customs = customs;

    public Customs Customs { get; set; }

    public IEnumerable<OrderBook> Orders => orders.Values;

    public OrderBook Open(string orderNo, Figures figures, DateTimeOffset paidAt, DateTimeOffset deadline)
    {
        var order = new OrderBook(orderNo, figures, paidAt, deadline);
        orders.Add(orderNo, order);
        return order;
    }

    public OrderBook Of(string orderNo) => orders[orderNo];

    public Books Copy()
    {
        var copy = new Books(Customs) { offers = offers, codes = codes };
        foreach (var order in orders.Values)
        {
            copy.orders.Add(order.OrderNo, order.Copy());
        }

        return copy;
    }

    /// <summary>The answer to a question or a submission, as JSON.</summary>
    public string Answer(string path, string body, DateTimeOffset now)
    {
        using var asked = JsonDocument.Parse(body);
        var orderNo = asked.RootElement.TryGetProperty("orderNo", out var given) ? given.GetString() ?? "" : "";
        return !orders.TryGetValue(orderNo, out var order) ? """{"status":801,"msg":"no such order"}""" : path switch
        {
            "queryOrderDetails.do" => Details(order),
            "voidQuotation.do" => Quotation(order, now),
            "void.do" => Submission(order, asked.RootElement.GetProperty("voidOfferId").GetString() ?? "", now),
            "queryVoidOrders.do" => Queried(order, now),
            _ => """{"status":100,"msg":"what?"}""",
        };
    }

    /// <summary>Somebody submits in the portal.</summary>
    public void SubmitElsewhere(OrderBook order, DateTimeOffset now) =>
        order.Voids.Add(new VoidBook(NextCode(), NextOffer(order), order.Figures, now, now) { IsForeign = true, Status = Customs.StandsAtOnce });

    /// <summary>The airline's next word on a void.</summary>
    /// <param name="final">The number that ends it.</param>
    public void Progress(VoidBook found, int final) => found.Status = found.Status == 0 && final is not (4 or 6) ? 1 : final;

    /// <summary>The numbers that may end a void of an order that was paid like this.</summary>
    public ReadOnlySpan<int> Endings => Customs.EndingsOf(Customs.PaymentMethod);

    private string Details(OrderBook order) => string.Create(CultureInfo.InvariantCulture, $$"""
        {"status":0,"orderNo":"{{order.OrderNo}}","pnrCode":"SIMPNR","orderStatus":"2","ticketStatus":"1","totalPrice":{{Amount(order.Figures.Minor)}},"currency":"USD",
        "paymentMethod":{{Customs.PaymentMethod}},"payTime":"{{order.PaidAt.ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd HH:mm:ss}}"}
        """);

    private string Quotation(OrderBook order, DateTimeOffset now)
    {
        if (Customs.QuoteTellsOfVoids && order.Voids.Exists(v => !v.IsDead))
        {
            return order.Voids.Exists(v => !v.IsDead && v.VisibleAt <= now)
                ? """{"status":816,"msg":"void exists"}"""
                : """{"status":814,"msg":"submission running"}""";
        }

        if (now >= order.Deadline)
        {
            return """{"status":822,"msg":"window closed"}""";
        }

        var offer = order.IsVoidable ? NextOffer(order) : null;
        var deadline = Customs.QuoteNamesDeadline ? string.Create(CultureInfo.InvariantCulture, $"\"voidDeadline\":\"{order.Deadline:yyyy-MM-ddTHH:mm:ss}Z\",") : "";
        var hours = string.Create(CultureInfo.InvariantCulture, $"{(order.Deadline - order.PaidAt).TotalHours:0}");
        return $$"""
            {"status":0,"orderNo":"{{order.OrderNo}}","isVoidable":{{(order.IsVoidable ? "true" : "false")}},"voidOfferId":{{(offer is null ? "null" : $"\"{offer}\"")}},
            "voidMethod":"{{Method(order.Figures)}}",{{deadline}}{{Fare(order.Figures)}}
            "voidWindow":{"supportVoid":true,"allowVoid":true,"voidTimeAfterIssure":"{{hours}}"} }
            """;
    }

    private string Submission(OrderBook order, string offer, DateTimeOffset now)
    {
        if (!Customs.AcceptsTwice && order.Voids.Exists(v => !v.IsDead))
        {
            return """{"status":803,"msg":"void exists"}""";
        }

        if (!order.Offers.TryGetValue(offer, out var quoted) || (Customs.OnlyNewestOffer && offer != order.NewestOffer))
        {
            return """{"status":805,"msg":"offer expired"}""";
        }

        if (now >= order.Deadline)
        {
            return """{"status":822,"msg":"window closed"}""";
        }

        var taken = new VoidBook(NextCode(), offer, quoted, now, now + Customs.VisibleAfter) { Status = Customs.StandsAtOnce };
        order.Voids.Add(taken);
        return string.Create(CultureInfo.InvariantCulture, $$"""
            {"status":0,"orderNo":"{{order.OrderNo}}","isVoidable":true,"voidOfferId":"{{offer}}","voidMethod":"{{Method(quoted)}}",{{Fare(quoted)}}
            "voidStatus":{{taken.Status}},"voidCode":"{{taken.Code}}"}
            """);
    }

    private string Queried(OrderBook order, DateTimeOffset now)
    {
        var shown = order.Voids.Where(v => v.VisibleAt <= now).Select(v => string.Create(CultureInfo.InvariantCulture, $$"""
            {"orderNo":"{{order.OrderNo}}","voidCode":"{{v.Code}}","voidStatus":{{v.Status}},{{(Customs.QueriesCarryOffers ? $"\"voidOfferId\":\"{v.Offer}\"," : "")}}
            {{Fare(v.Figures)}}{{(v.Status is 2 && !v.Figures.IsVoucher ? $"\"actualRefundAmount\":{Amount(v.Figures.Minor)}," : "")}}"voidMethod":"{{Method(v.Figures)}}"}
            """));
        return $$"""{"status":0,"voidOrders":[{{string.Join(',', shown)}}]}""";
    }

    private static string Fare(Figures figures) =>
        $$"""
        "voidFareAmount":{"currency":"USD","originalFareAmount":{{Amount(figures.Minor)}},"estimatedRefundAmount":{{Amount(figures.Minor)}}},
        """;

    private static string Method(Figures figures) => figures.IsVoucher ? "Voucher" : "CashBackToOriginalPayment";

    private static string Amount(long minor) => (minor / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    private string NextOffer(OrderBook order)
    {
        var offer = string.Create(CultureInfo.InvariantCulture, $"offer-{++offers:0000}");
        order.Offers[offer] = order.Figures;
        return order.NewestOffer = offer;
    }

    private string NextCode() => string.Create(CultureInfo.InvariantCulture, $"202609-{++codes:0000}");
}
