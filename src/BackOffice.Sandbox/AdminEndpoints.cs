namespace BackOffice.Sandbox;

/// <summary>The rehearsal's controls as JSON, for pages and scripts.</summary>
internal static class AdminEndpoints
{
    public static void MapControls(this WebApplication app, AtlasStandIn standIn, MovableClock clock)
    {
        var sim = app.MapGroup("/sim");

        sim.MapGet("/scenes", () => Scenes.All.Select(SceneView.Of));
        sim.MapGet("/calls", (string? path, string? orderNo) => standIn.Calls.Where(c =>
            (path is null || string.Equals(c.Path, path, StringComparison.Ordinal))
            && (orderNo is null || string.Equals(c.OrderNo, orderNo, StringComparison.Ordinal))));
        sim.MapPost("/reset", () => standIn.Reset());

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
            if (string.IsNullOrWhiteSpace(plan.Path) || plan.Times < 1 || FaultNames.Find(plan.Fault, plan.Number, plan.Field) is not { } fault)
                return Results.BadRequest(new { Paths = "as in void.do, or *", Faults = FaultNames.All });

            standIn.Faults.Next(plan.Path, fault, plan.OrderNo, plan.Times);
            return Results.NoContent();
        });
        sim.MapPost("/faults/clear", () => standIn.Faults.Clear());

        sim.MapGet("/notices", () => new { standIn.Notices.Address, standIn.Notices.Policy, standIn.Notices.Delay, standIn.Notices.Deliveries });
        sim.MapPost("/notices", (NoticeSettings settings) =>
        {
            standIn.Notices.Policy = settings.Policy;
            standIn.Notices.Delay = TimeSpan.FromSeconds(settings.DelaySeconds);
        });
        sim.MapPost("/forge", async (ForgedNotice forged, CancellationToken cancellationToken) =>
            new { AnswerStatus = await standIn.Notices.SendForgedAsync(forged.OrderNo, forged.VoidCode, forged.Status, cancellationToken) });

        sim.MapGet("/orders/{orderNo}/voids", (string orderNo) => standIn.Voids(orderNo));
        sim.MapPost("/orders/{orderNo}/outcome", (string orderNo, Outcome outcome) =>
            standIn.SetOutcome(orderNo, outcome.Status, outcome.Reason) ? Results.NoContent() : Results.NotFound());
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

    private sealed record Outcome(int Status, string? Reason = null);
}
