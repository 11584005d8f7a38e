namespace BackOffice.Sandbox;

/// <summary>The rehearsal's controls as JSON, for pages and scripts.</summary>
internal static class AdminEndpoints
{
    private const int MostCopies = 1_000;

    public static void MapControls(this WebApplication app, AtlasStandIn standIn, MovableClock clock)
    {
        var sim = app.MapGroup("/sim");
        var held = new HeldCalls();

        sim.MapGet("/scenes", () => Scenes.All.Select(SceneView.Of));
        sim.MapPost("/scenes/{key}/copies", (string key, Copies copies) =>
            Scenes.Find(key) is { } scene && copies.Count is > 0 and <= MostCopies
                ? Results.Ok(Enumerable.Range(0, copies.Count).Select(_ => standIn.CopyOf(scene)).ToList())
                : Results.BadRequest());
        sim.MapGet("/calls", (string? path, string? orderNo, long? after) => standIn.Calls.Where(c =>
            (path is null || string.Equals(c.Path, path, StringComparison.Ordinal))
            && (orderNo is null || string.Equals(c.OrderNo, orderNo, StringComparison.Ordinal))
            && c.Sequence > (after ?? 0)));
        sim.MapGet("/calls/next", async (string path, long? after, double? seconds, CancellationToken cancellationToken) =>
            await NextAsync(token => standIn.NextCallAsync(path, after ?? 0, token), seconds, cancellationToken) is { } call
                ? Results.Ok(call)
                : Results.NoContent());
        sim.MapGet("/calls/running", () => standIn.RunningCalls);
        sim.MapPost("/reset", () =>
        {
            held.ReleaseAll();
            standIn.Reset();
        });

        sim.MapGet("/clock", () => ClockView.Of(clock));
        sim.MapPost("/clock", (ClockMove move) =>
        {
            clock.Advance(TimeSpan.FromSeconds(move.AdvanceSeconds));
            return ClockView.Of(clock);
        });
        sim.MapPost("/clock/reset", () =>
        {
            clock.Reset();
            return ClockView.Of(clock);
        });

        sim.MapGet("/faults", () => standIn.Faults.Planned.Select(p => new { p.Path, p.OrderNo, Fault = p.Fault.ToString(), p.Times }));
        sim.MapPost("/faults", (FaultPlan plan) =>
        {
            if (string.IsNullOrWhiteSpace(plan.Path) || plan.Times < 1 || (held.Find(plan.Fault) ?? FaultNames.Find(plan.Fault, plan.Number, plan.Field)) is not { } fault)
                return Results.BadRequest(new { Paths = "as in void.do, or *", Faults = FaultNames.All.Concat(HeldCalls.Names) });

            standIn.Faults.Next(plan.Path, fault, plan.OrderNo, plan.Times);
            return Results.NoContent();
        });
        sim.MapPost("/faults/clear", () => standIn.Faults.Clear());
        sim.MapPost("/release", () => held.ReleaseAll());

        sim.MapGet("/notices", () => new { standIn.Notices.Address, standIn.Notices.Policy, standIn.Notices.Delay, standIn.Notices.Deliveries });
        sim.MapPost("/notices", (NoticeSettings settings) =>
        {
            standIn.Notices.Policy = settings.Policy;
            standIn.Notices.Delay = TimeSpan.FromSeconds(settings.DelaySeconds);
        });
        sim.MapPost("/forge", async (ForgedNotice forged, CancellationToken cancellationToken) =>
            new { AnswerStatus = await standIn.Notices.SendForgedAsync(forged.OrderNo, forged.VoidCode, forged.Status, cancellationToken) });
        sim.MapPost("/forge-refund", async (ForgedRefundNotice forged, CancellationToken cancellationToken) =>
            new { AnswerStatus = await standIn.Notices.SendForgedRefundAsync(forged.OrderNo, forged.RefundCode, forged.Status, cancellationToken) });

        sim.MapGet("/voids", () => standIn.AllVoids());
        sim.MapGet("/orders/{orderNo}/voids", (string orderNo) => standIn.Voids(orderNo));
        sim.MapPost("/orders/{orderNo}/outcome", (string orderNo, Outcome outcome) =>
            standIn.SetOutcome(orderNo, outcome.Status, outcome.Reason) ? Results.NoContent() : Results.NotFound());
        sim.MapGet("/refunds", () => standIn.AllRefunds());
        sim.MapGet("/orders/{orderNo}/refunds", (string orderNo) => standIn.Refunds(orderNo));
        sim.MapPost("/orders/{orderNo}/refund-outcome", (string orderNo, Outcome outcome) =>
            standIn.SetRefundOutcome(orderNo, outcome.Status, outcome.Reason) ? Results.NoContent() : Results.NotFound());
        sim.MapPost("/orders/{orderNo}/portal-void", (string orderNo) =>
            standIn.VoidInPortal(orderNo) is { } voidCode ? Results.Ok(new { voidCode }) : Results.Conflict());
        sim.MapPost("/orders/{orderNo}/portal-refund", (string orderNo, bool? asClaim) =>
            standIn.RefundInPortal(orderNo, asClaim ?? false) ? Results.NoContent() : Results.NotFound());

        sim.MapGet("/switches", () => Switches.Of(standIn.Options));
        sim.MapPost("/switches", (Switches switches) =>
        {
            standIn.Options = switches.ApplyTo(standIn.Options);
            return Switches.Of(standIn.Options);
        });
    }

    /// <summary>Null where no such call came in time.</summary>
    internal static async Task<ReceivedCall?> NextAsync(Func<CancellationToken, Task<ReceivedCall>> next, double? seconds, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        either.CancelAfter(TimeSpan.FromSeconds(Math.Clamp(seconds ?? 10, 0, 60)));
        try
        {
            return await next(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private sealed record Copies(int Count);

    private sealed record SceneView(string Key, string OrderNo, string Carrier, string AirlinePnr, string? ReturnPnr, string Title, string TitleZh, string Expectation, string ExpectationZh)
    {
        public static SceneView Of(Scene s) =>
            new(s.Key, s.OrderNo, s.Carrier, s.AirlinePnr, s.ReturnPnr, s.Title, s.TitleZh, s.Expectation, s.ExpectationZh);
    }

    private sealed record ClockView(DateTimeOffset Now, double OffsetSeconds, bool IsFrozen)
    {
        public static ClockView Of(MovableClock clock) => new(clock.GetUtcNow(), clock.Offset.TotalSeconds, clock.IsFrozen);
    }

    private sealed record ClockMove(double AdvanceSeconds);

    private sealed record FaultPlan(string Path, string Fault, string? OrderNo = null, int Times = 1, int? Number = null, string? Field = null);

    private sealed record NoticeSettings(NoticePolicy Policy, double DelaySeconds = 0);

    private sealed record ForgedNotice(string OrderNo, string VoidCode, int Status);

    private sealed record ForgedRefundNotice(string OrderNo, string RefundCode, int Status);

    private sealed record Outcome(int Status, string? Reason = null);
}
