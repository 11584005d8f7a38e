using BackOffice.Sandbox;

var settings = new ConfigurationBuilder().AddCommandLine(args).Build();
var clock = new MovableClock();
using var standIn = new AtlasStandIn(clock, new StandInOptions
{
    ClientId = settings["client-id"] ?? "rehearsal",
    ClientSecret = settings["client-secret"] ?? "rehearsal-secret",
});
await using var app = SandboxApp.Build(standIn, clock, settings["urls"] ?? "http://127.0.0.1:5081");
await app.StartAsync();

Console.WriteLine($"Stand-in of Atlas on {SandboxApp.AddressOf(app)}, controls under /sim");
Console.WriteLine($"x-atlas-client-id: {standIn.Options.ClientId}");
Console.WriteLine("Orders:");
foreach (var scene in Scenes.All)
    Console.WriteLine($"  {scene.OrderNo}  {scene.Key,-26} {scene.Title}");

await app.WaitForShutdownAsync();
