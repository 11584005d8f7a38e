namespace BackOffice.Sandbox.AsiaBill;

/// <summary>AsiaBill's paths, and the controls of its stand-in as JSON under <c>/sim/asiabill</c>, in the manner of Atlas's.</summary>
internal static class AsiaBillEndpoints
{
    private const int MostCopies = 1_000;

    public static void MapAsiaBill(this WebApplication app, AsiaBillStandIn standIn)
    {
        var transport = new CardTransport(standIn, app.Lifetime);
        app.Use(next => http => http.Request.Path.StartsWithSegments("/openApi", StringComparison.Ordinal)
            ? transport.HandleAsync(http)
            : next(http));

        var sim = app.MapGroup("/sim/asiabill");
        var held = new HeldCalls();
        MapCalls(sim, standIn);
        MapFaults(sim, standIn, held);
        MapNotices(sim, standIn);
        MapMoney(sim, standIn);
        sim.MapPost("/reset", () =>
        {
            held.ReleaseAll();
            standIn.Reset();
        });
        sim.MapGet("/switches", () => AsiaBillSwitches.Of(standIn.Options));
        sim.MapPost("/switches", (AsiaBillSwitches switches) =>
        {
            standIn.Options = switches.ApplyTo(standIn.Options);
            return AsiaBillSwitches.Of(standIn.Options);
        });
    }

    private static void MapCalls(RouteGroupBuilder sim, AsiaBillStandIn standIn)
    {
        sim.MapGet("/calls", (string? path, string? tradeNo, long? after) => standIn.Calls.Where(c =>
            (path is null || string.Equals(c.Path, path, StringComparison.Ordinal))
            && (tradeNo is null || string.Equals(c.OrderNo, tradeNo, StringComparison.Ordinal))
            && c.Sequence > (after ?? 0)));
        sim.MapGet("/calls/next", async (string path, long? after, double? seconds, CancellationToken cancellationToken) =>
            await AdminEndpoints.NextAsync(token => standIn.NextCallAsync(path, after ?? 0, token), seconds, cancellationToken) is { } call
                ? Results.Ok(call)
                : Results.NoContent());
        sim.MapGet("/calls/running", () => standIn.RunningCalls);
    }

    private static void MapFaults(RouteGroupBuilder sim, AsiaBillStandIn standIn, HeldCalls held)
    {
        sim.MapGet("/faults", () => standIn.Faults.Planned.Select(p => new { p.Path, TradeNo = p.OrderNo, Fault = p.Fault.ToString(), p.Times }));
        sim.MapPost("/faults", (FaultPlan plan) =>
        {
            if (string.IsNullOrWhiteSpace(plan.Path) || plan.Times < 1 || Find(plan, held) is not { } fault)
                return Results.BadRequest(new { Paths = (string[])[AsiaBillStandIn.RefundPath, AsiaBillStandIn.LookUpPath, "*"], Faults = FaultNames.All.Concat(HeldCalls.Names) });

            standIn.Faults.Next(plan.Path, fault, plan.TradeNo, plan.Times);
            return Results.NoContent();
        });
        sim.MapPost("/faults/clear", () => standIn.Faults.Clear());
        sim.MapPost("/release", () => held.ReleaseAll());
    }

    private static void MapNotices(RouteGroupBuilder sim, AsiaBillStandIn standIn)
    {
        sim.MapGet("/notices", () => new { standIn.Notices.Address, standIn.Notices.Policy, standIn.Notices.Delay, standIn.Notices.Deliveries });
        sim.MapPost("/notices", (NoticeSettings settings) =>
        {
            if (settings.Address is { } address)
                standIn.Notices.Register(address);
            standIn.Notices.Policy = settings.Policy;
            standIn.Notices.Delay = TimeSpan.FromSeconds(settings.DelaySeconds);
        });
        sim.MapPost("/forge", async (ForgedNotice forged, CancellationToken cancellationToken) =>
            new { AnswerStatus = await standIn.Notices.SendForgedAsync(forged.TradeNo, forged.BatchNo, forged.Status, cancellationToken) });
    }

    private static void MapMoney(RouteGroupBuilder sim, AsiaBillStandIn standIn)
    {
        sim.MapGet("/scenes", () => PaymentScenes.All);
        sim.MapPost("/scenes/{key}/copies", (string key, Copies copies) =>
            PaymentScenes.Find(key) is { } scene && copies.Count is > 0 and <= MostCopies
                ? Results.Ok(Enumerable.Range(0, copies.Count).Select(_ => standIn.CopyOf(scene)).ToList())
                : Results.BadRequest());
        sim.MapGet("/payments", () => standIn.Payments.Select(p => new { Payment = p, Refundable = standIn.RefundableOf(p) }));
        sim.MapPost("/payments", (CardPayment payment) => standIn.Pay(payment));
        sim.MapGet("/refunds", () => standIn.AllRefunds());
        sim.MapGet("/payments/{tradeNo}/refunds", (string tradeNo) => standIn.RefundsOf(tradeNo));
        sim.MapPost("/payments/{tradeNo}/portal-refund", (string tradeNo, PortalRefund refund) =>
            standIn.RefundInPortal(tradeNo, refund.Amount) is { } batchNo ? Results.Ok(new { batchNo }) : Results.Conflict());
        sim.MapPost("/refunds/{batchNo}/outcome", (string batchNo, Outcome outcome) =>
            standIn.SetOutcome(batchNo, outcome.Status, outcome.Description) ? Results.NoContent() : Results.NotFound());
    }

    private static Fault? Find(FaultPlan plan, HeldCalls held) =>
        held.Find(plan.Fault) ?? FaultNames.Find(plan.Fault, plan.Number, plan.Field ?? (plan.Fault is "without" ? "batchNo" : null));

    private sealed record Copies(int Count);

    private sealed record FaultPlan(string Path, string Fault, string? TradeNo = null, int Times = 1, int? Number = null, string? Field = null);

    private sealed record NoticeSettings(NoticePolicy Policy, double DelaySeconds = 0, Uri? Address = null);

    private sealed record ForgedNotice(string TradeNo, string BatchNo, CardRefundStatus Status);

    private sealed record PortalRefund(decimal Amount);

    private sealed record Outcome(CardRefundStatus Status, string? Description = null);
}
