using BackOffice.Sandbox;

var settings = new ConfigurationBuilder().AddCommandLine(args).Build();
var clock = new MovableClock();
using var standIn = new AtlasStandIn(clock, new StandInOptions
{
    ClientId = settings["client-id"] ?? "rehearsal",
    ClientSecret = settings["client-secret"] ?? "rehearsal-secret",
});
using var asiaBill = new AsiaBillStandIn(clock, new AsiaBillOptions
{
    GatewayNo = settings["gateway-no"] ?? "12345001",
    SignKey = settings["sign-key"] ?? "rehearsal-sign-key",
});
if (settings["callback"] is { } callback)
    asiaBill.Notices.Register(new Uri(callback));
await using var app = SandboxApp.Build(standIn, clock, settings["urls"] ?? "http://127.0.0.1:5081", asiaBill: asiaBill);
await app.StartAsync();

Console.WriteLine($"Stand-in of Atlas on {SandboxApp.AddressOf(app)}, controls under /sim");
Console.WriteLine($"x-atlas-client-id: {standIn.Options.ClientId}");
Console.WriteLine("Orders:");
foreach (var scene in Scenes.All)
    Console.WriteLine($"  {scene.OrderNo}  {scene.Key,-26} {scene.Title}");

Console.WriteLine($"Stand-in of AsiaBill under /openApi, controls under /sim/asiabill, gateway-no: {asiaBill.Options.GatewayNo}");
Console.WriteLine("Payments:");
foreach (var scene in PaymentScenes.All)
    Console.WriteLine($"  {scene.TradeNo}  {scene.Key,-26} {scene.Title}");

await app.WaitForShutdownAsync();
