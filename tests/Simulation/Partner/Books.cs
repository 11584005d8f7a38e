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

    /// <summary>AsiaBill's, which never hears of Atlas.</summary>
    public PaymentBooks Cards { get; private init; } = new();

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
        var copy = new Books(Customs) { offers = offers, codes = codes, Cards = Cards.Copy() };
        foreach (var order in orders.Values)
        {
            copy.orders.Add(order.OrderNo, order.Copy());
        }

        return copy;
    }

    /// <summary>What was taken for an order or a payment; nothing where the partner knows neither.</summary>
    public IReadOnlyList<Submitted> TakenFor(string subject) =>
        orders.TryGetValue(subject, out var order) ? order.Taken
        : subject.StartsWith("payment:", StringComparison.Ordinal) && Cards.Of(subject["payment:".Length..]) is { } payment ? payment.Taken
        : [];

    /// <summary>The answer to a question or a submission, as JSON.</summary>
    public string Answer(Packet packet, DateTimeOffset now)
    {
        if (Calls.IsOfCards(packet.Path))
        {
            return Cards.Answer(packet, Customs, now);
        }

        using var asked = JsonDocument.Parse(packet.Body);
        var root = asked.RootElement;
        var orderNo = root.TryGetProperty("orderNo", out var given) ? given.GetString() ?? "" : "";
        return !orders.TryGetValue(orderNo, out var order) ? """{"status":801,"msg":"no such order"}""" : packet.Path switch
        {
            "queryOrderDetails.do" => Details(order),
            "voidQuotation.do" => Quotation(order, now),
            "refundQuotation.do" => RefundQuotation(order, [.. root.GetProperty("refundRequestList").EnumerateArray().Select(p => p.GetProperty("lastName").GetString()!)], now),
            "void.do" => Submission(order, root.GetProperty("voidOfferId").GetString() ?? "", isVoid: true, now),
            "refund.do" => Submission(order, root.GetProperty("refundOfferId").GetString() ?? "", isVoid: false, now),
            "queryVoidOrders.do" => Queried(order, isVoid: true, now),
            "queryRefundOrders.do" when Customs.RefundQueriesNeedCode && !root.TryGetProperty("refundCode", out _) => """{"status":810,"msg":"which one?"}""",
            "queryRefundOrders.do" => Queried(order, isVoid: false, now),
            _ => """{"status":100,"msg":"what?"}""",
        };
    }

    /// <summary>Somebody submits in the portal.</summary>
    public void SubmitElsewhere(OrderBook order, bool isVoid, IReadOnlyList<string> passengers, DateTimeOffset now) =>
        order.Taken.Add(new Submitted(NextCode(isVoid), NextOffer(order, isVoid, passengers), order.Figures, now)
        {
            IsForeign = true, IsVoid = isVoid, Passengers = passengers, Status = Customs.StandsAtOnce,
        });

    /// <summary>The numbers that may end a void or refund of an order that was paid like this.</summary>
    public ReadOnlySpan<int> Endings => Customs.EndingsOf(Customs.PaymentMethod);

    /// <summary>The numbers that may end a card refund.</summary>
    public static ReadOnlySpan<int> CardEndings => [1, 1, 1, 2];

    private string Details(OrderBook order) => string.Create(CultureInfo.InvariantCulture, $$"""
        {"status":0,"orderNo":"{{order.OrderNo}}","pnrCode":"SIMPNR","orderStatus":"2","ticketStatus":"1","totalPrice":{{Amount(order.Figures.Minor)}},"currency":"USD",
        "paxTicketInfos":[{{string.Join(',', OrderBook.Passengers.Select(p => $"{{\"name\":\"{p}/ANY\",\"passengerType\":0}}"))}}],
        "routing":{"fromSegments":[{"carrier":"ZZ","flightNumber":"ZZ100","depAirport":"SIN","depTime":"202610010900","arrAirport":"BKK","arrTime":"202610011030"}]},
        "paymentMethod":{{Customs.PaymentMethod}},"payTime":"{{order.PaidAt.ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd HH:mm:ss}}"}
        """);

    private string Quotation(OrderBook order, DateTimeOffset now)
    {
        if (Existing(order, OrderBook.Passengers, now) is { } existing)
        {
            return existing;
        }

        if (now >= order.Deadline)
        {
            return """{"status":822,"msg":"window closed"}""";
        }

        var offer = order.IsPossible ? NextOffer(order, isVoid: true, OrderBook.Passengers) : null;
        var deadline = Customs.QuoteNamesDeadline ? string.Create(CultureInfo.InvariantCulture, $"\"voidDeadline\":\"{order.Deadline:yyyy-MM-ddTHH:mm:ss}Z\",") : "";
        var hours = string.Create(CultureInfo.InvariantCulture, $"{(order.Deadline - order.PaidAt).TotalHours:0}");
        return $$"""
            {"status":0,"orderNo":"{{order.OrderNo}}","isVoidable":{{(order.IsPossible ? "true" : "false")}},"voidOfferId":{{(offer is null ? "null" : $"\"{offer}\"")}},
            "voidMethod":"{{Method(order.Figures)}}",{{deadline}}{{Fare("void", order.Figures)}}
            "voidWindow":{"supportVoid":true,"allowVoid":true,"voidTimeAfterIssure":"{{hours}}"} }
            """;
    }

    /// <summary>A refused quote carries an offer as well, and whoever uses it is refused.</summary>
    private string RefundQuotation(OrderBook order, IReadOnlyList<string> passengers, DateTimeOffset now)
    {
        if (Existing(order, passengers, now) is { } existing)
        {
            return existing;
        }

        var offer = order.IsPossible ? NextOffer(order, isVoid: false, passengers) : string.Create(CultureInfo.InvariantCulture, $"offer-{++offers:0000}");
        return $$"""
            {"status":0,"orderNo":"{{order.OrderNo}}","isRefundable":{{(order.IsPossible ? "true" : "false")}},"refundOfferId":"{{offer}}",
            "refundQuoteType":"{{(order.Figures.IsGuess ? "CannotQuote" : "AccurateQuote")}}","refundMethod":"{{Method(order.Figures)}}",{{Fare("refund", order.Figures)}}
            {{Tickets(passengers)}} }
            """;
    }

    /// <summary>The code that speaks of what stands in the way, where this partner tells; null where nothing does.</summary>
    private string? Existing(OrderBook order, IReadOnlyList<string> passengers, DateTimeOffset now)
    {
        if (!Customs.QuoteTellsOfVoids || Colliding(order, passengers) is not { } held)
        {
            return null;
        }

        return held.VisibleAt > now ? """{"status":814,"msg":"submission running"}"""
            : held.IsVoid ? """{"status":816,"msg":"void exists"}"""
            : """{"status":817,"msg":"refund exists"}""";
    }

    private static Submitted? Colliding(OrderBook order, IReadOnlyList<string> passengers) => order.Taken.Find(t => !t.IsDead && t.Passengers.Any(passengers.Contains));

    private string Submission(OrderBook order, string offer, bool isVoid, DateTimeOffset now)
    {
        var isOurs = order.Offers.TryGetValue(offer, out var quoted) && quoted.IsVoid == isVoid;
        if (!Customs.AcceptsTwice && Colliding(order, quoted?.Passengers ?? OrderBook.Passengers) is not null)
        {
            return """{"status":803,"msg":"one exists"}""";
        }

        if (!isOurs || (Customs.OnlyNewestOffer && offer != order.NewestOffer))
        {
            return """{"status":805,"msg":"offer expired"}""";
        }

        if (isVoid && now >= order.Deadline)
        {
            return """{"status":822,"msg":"window closed"}""";
        }

        var taken = new Submitted(NextCode(isVoid), offer, quoted!.Figures, now + Customs.VisibleAfter) { IsVoid = isVoid, Passengers = quoted.Passengers, Status = Customs.StandsAtOnce };
        order.Taken.Add(taken);
        var kind = isVoid ? "void" : "refund";
        return string.Create(CultureInfo.InvariantCulture, $$"""
            {"status":0,"orderNo":"{{order.OrderNo}}","{{(isVoid ? "isVoidable" : "isRefundable")}}":true,"{{kind}}OfferId":"{{offer}}","{{kind}}Method":"{{Method(quoted.Figures)}}",{{Fare(kind, quoted.Figures)}}
            {{(isVoid ? "" : Tickets(quoted.Passengers) + ",")}}"{{kind}}Status":{{taken.Status}},"{{kind}}Code":"{{taken.Code}}"}
            """);
    }

    private string Queried(OrderBook order, bool isVoid, DateTimeOffset now)
    {
        var kind = isVoid ? "void" : "refund";
        var shown = order.Taken.Where(v => v.IsVoid == isVoid && v.VisibleAt <= now).Select(v => string.Create(CultureInfo.InvariantCulture, $$"""
            {"orderNo":"{{order.OrderNo}}","{{kind}}Code":"{{v.Code}}","{{kind}}Status":{{v.Status}},{{(Customs.QueriesCarryOffers ? $"\"{kind}OfferId\":\"{v.Offer}\"," : "")}}
            {{Fare(kind, v.Figures)}}{{(v.Status is 2 && !v.Figures.IsVoucher ? $"\"actualRefundAmount\":{Amount(v.Figures.Minor)}," : "")}}{{(isVoid ? "" : Tickets(v.Passengers) + ",")}}"{{kind}}Method":"{{Method(v.Figures)}}"}
            """));
        return $$"""{"status":0,"{{kind}}Orders":[{{string.Join(',', shown)}}]}""";
    }

    private static string Fare(string kind, Figures figures) =>
        $$"""
        "{{kind}}FareAmount":{"currency":"USD","originalFareAmount":{{Amount(figures.Minor)}},"estimatedRefundAmount":{{Amount(figures.Minor)}}},
        """;

    private static string Tickets(IReadOnlyList<string> passengers) =>
        $"\"refundTickets\":[{string.Join(',', passengers.Select(p => $"{{\"name\":\"{p}/ANY\"}}"))}]";

    private static string Method(Figures figures) => figures.IsVoucher ? "Voucher" : "CashBackToOriginalPayment";

    private static string Amount(long minor) => (minor / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    private string NextOffer(OrderBook order, bool isVoid, IReadOnlyList<string> passengers)
    {
        var offer = string.Create(CultureInfo.InvariantCulture, $"offer-{++offers:0000}");
        order.Offers[offer] = new Quoted(order.Figures, isVoid, passengers);
        return order.NewestOffer = offer;
    }

    private string NextCode(bool isVoid) => string.Create(CultureInfo.InvariantCulture, $"{(isVoid ? "" : "R")}202609-{++codes:0000}");
}
