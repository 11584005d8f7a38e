using System.Text.Json;
using System.Text.Json.Nodes;

namespace BackOffice.Sandbox.Atlas;

/// <summary>What answers one path, and the fields that its failures show as null.</summary>
internal sealed record Endpoint(string[] Keys, Func<Question, JsonObject> Answer);

/// <summary>A path that cannot do what was asked, told by a business code.</summary>
internal sealed class AtlasRefusedException(int code) : Exception
{
    public int Code => code;
}

/// <summary>
/// The partner's calls by path. Takes a raw body, gives the whole answer; failures keep their documented fields as null.
/// Not thread-safe: its owner asks one question at a time.
/// </summary>
internal sealed class AtlasApi
{
    private readonly Dictionary<string, Endpoint> endpoints;
    private readonly AtlasStandIn standIn;

    public AtlasApi(AtlasStandIn standIn)
    {
        this.standIn = standIn;
        endpoints = new Dictionary<string, Endpoint>(StringComparer.Ordinal)
        {
            ["queryOrderDetails.do"] = new(OrderAnswer.Keys, OrderDetails),
            ["orderList.do"] = new(OrderList.Keys, Orders),
            ["voidQuotation.do"] = new(VoidAnswers.QuotationKeys, Quotation),
            ["void.do"] = new(VoidAnswers.SubmissionKeys, Submission),
            ["queryVoidOrders.do"] = new(VoidAnswers.QueryKeys, VoidOrders),
            ["refundQuotation.do"] = new(RefundAnswers.QuotationKeys, RefundQuotation),
            ["refund.do"] = new(RefundAnswers.SubmissionKeys, RefundSubmission),
            ["queryRefundOrders.do"] = new(RefundAnswers.QueryKeys, RefundOrders),
            ["updateWebhookURL.do"] = new([], WebhookUrl),
        };
    }

    public bool Knows(string path) => endpoints.ContainsKey(path);

    /// <summary>The failure of a path, with every payload field null.</summary>
    public JsonObject Failure(string path, int code)
    {
        var answer = new JsonObject { ["status"] = code, ["msg"] = AtlasCodes.TextOf(code) };
        foreach (var key in endpoints[path].Keys)
            answer[key] = null;
        return answer;
    }

    public JsonObject Answer(string path, string body)
    {
        try
        {
            return Parse(body) is JsonObject asked
                ? endpoints[path].Answer(new Question(asked))
                : Failure(path, AtlasCodes.Unexpected);
        }
        catch (JsonException)
        {
            return Failure(path, AtlasCodes.NotJson);
        }
        catch (WrongShapeException)
        {
            return Failure(path, AtlasCodes.Unexpected);
        }
        catch (AtlasRefusedException refused)
        {
            return Failure(path, refused.Code);
        }
    }

    /// <summary>The order number inside a body, if there is one to be read; used to book the call before it is understood.</summary>
    public static string? OrderNoIn(string body)
    {
        try
        {
            return Parse(body) is JsonObject asked ? new Question(asked).Text("orderNo") : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or WrongShapeException)
        {
            return null;
        }
    }

    private static JsonNode? Parse(string body) =>
        JsonNode.Parse(body, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });

    private JsonObject OrderDetails(Question asked)
    {
        var (code, order) = OrderLookup.Find(standIn.Orders, asked);
        if (code is not AtlasCodes.Success)
            throw new AtlasRefusedException(code);
        if (order is null)
            return Success(Failure("queryOrderDetails.do", AtlasCodes.Success), "success");

        var extras = standIn.Orders.AncillariesOf(order);
        return Success(
            asked.Flag("isCompletedOrder") && !order.IsAncillary
                ? OrderAnswer.Combined(order, extras, standIn.StateOf, standIn.Now)
                : OrderAnswer.Of(order, standIn.StateOf(order), standIn.Now),
            "success");
    }

    private JsonObject Orders(Question asked) =>
        Success(OrderList.Answer(standIn.Orders, asked, standIn.StateOf, standIn.Options), null);

    private JsonObject Quotation(Question asked)
    {
        var quote = standIn.Desk.Quote(Required(asked, "orderNo", AtlasCodes.WrongParameter), standIn.Now, standIn.Options);
        return quote.Code is AtlasCodes.Success
            ? Success(VoidAnswers.Quotation(quote, standIn.Now, standIn.Options), null)
            : throw new AtlasRefusedException(quote.Code);
    }

    private JsonObject Submission(Question asked)
    {
        var orderNo = Required(asked, "orderNo", AtlasCodes.WrongParameter);
        var offerId = Required(asked, "voidOfferId", AtlasCodes.WrongParameter);
        var submission = standIn.Desk.Submit(orderNo, offerId, standIn.Now, standIn.Options);
        if (submission.Case is not { } accepted)
            throw new AtlasRefusedException(submission.Code);

        standIn.Accepted(accepted);
        return Success(VoidAnswers.Submission(accepted), null);
    }

    private JsonObject VoidOrders(Question asked)
    {
        var orderNo = asked.Text("orderNo");
        var voidCode = asked.Text("voidCode");
        if (orderNo is null && voidCode is null)
            throw new AtlasRefusedException(AtlasCodes.WrongParameter);

        var found = standIn.Cases.All.OfType<VoidCase>().Reverse()
            .Where(c => orderNo is null || string.Equals(c.OrderNo, orderNo, StringComparison.Ordinal))
            .Where(c => voidCode is null || string.Equals(c.Code, voidCode, StringComparison.Ordinal))
            .ToList();
        var isKnown = orderNo is null || standIn.Orders.TryFind(orderNo, out _);
        return isKnown
            ? Listed("voidOrders", found, c => VoidAnswers.Queried(c, standIn.Options))
            : throw new AtlasRefusedException(AtlasCodes.NotKnown);
    }

    private JsonObject RefundQuotation(Question asked)
    {
        var key = OrderKey.Read(asked);
        var wish = RefundWish.Read(asked) ?? throw new AtlasRefusedException(AtlasCodes.WrongParameter);
        var quote = standIn.RefundDesk.Quote(key, wish, standIn.Now, standIn.Options);
        return quote.Offer is { } offer
            ? Success(RefundAnswers.Quotation(offer, standIn.Options), null)
            : throw new AtlasRefusedException(quote.Code);
    }

    /// <summary>By exactly one of an offer and a list.</summary>
    private JsonObject RefundSubmission(Question asked)
    {
        var key = OrderKey.Read(asked);
        RefundWish.Display(asked);
        var submission = (asked.Text("refundOfferId"), RefundWish.Read(asked)) switch
        {
            ({ } offerId, null) => standIn.RefundDesk.Submit(key, offerId, standIn.Now, standIn.Options),
            (null, { } wish) => standIn.RefundDesk.Submit(key, wish, standIn.Now, standIn.Options),
            _ => throw new AtlasRefusedException(AtlasCodes.WrongParameter),
        };
        if (submission.Case is not { } accepted)
            throw new AtlasRefusedException(submission.Code);

        standIn.Accepted(accepted);
        return Success(RefundAnswers.Submission(accepted, standIn.Options), null);
    }

    private JsonObject RefundOrders(Question asked)
    {
        var key = OrderKey.Read(asked);
        var refundCode = asked.Text("refundCode");
        RefundWish.Display(asked);
        if (refundCode is null && !standIn.Options.RefundsListedByOrder)
            throw new AtlasRefusedException(AtlasCodes.WrongParameter);

        var (code, found) = standIn.RefundDesk.Query(key, refundCode, standIn.Options);
        return code is AtlasCodes.Success
            ? Listed("refundOrders", found, c => RefundAnswers.Queried(c, standIn.Options))
            : throw new AtlasRefusedException(code);
    }

    private JsonObject Listed<T>(string field, IReadOnlyList<T> found, Func<T, JsonObject> write) =>
        found.Count is 0 && standIn.Options.NoVoidAnswer is NoVoidAnswer.Code801
            ? throw new AtlasRefusedException(AtlasCodes.NotKnown)
            : Success(new JsonObject { [field] = CaseAnswers.Each(found, write) }, null);

    private JsonObject WebhookUrl(Question asked)
    {
        var url = Required(asked, "url", AtlasCodes.MissingData);
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new AtlasRefusedException(AtlasCodes.MissingData);

        standIn.Notices.Register(address);
        return Success([], "success");
    }

    private static string Required(Question asked, string field, int code) =>
        asked.Text(field) ?? throw new AtlasRefusedException(code);

    private static JsonObject Success(JsonObject payload, string? text)
    {
        payload.Remove("status");
        payload.Remove("msg");
        payload.Insert(0, "status", AtlasCodes.Success);
        payload.Insert(1, "msg", text);
        return payload;
    }
}
