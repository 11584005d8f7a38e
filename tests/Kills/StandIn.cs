using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace Kills;

/// <summary>A call as the stand-in received it.</summary>
internal sealed record Received(long Sequence, string Path, string? OrderNo, string Body);

/// <summary>A void that the stand-in took.</summary>
internal sealed record TakenVoid(string OrderNo, string VoidCode, int Status);

/// <summary>The stand-in of Atlas as a process of its own. It outlives every desk, and what it received is what a run is judged by.</summary>
internal sealed partial class StandIn : IAsyncDisposable
{
    public const string ClientId = "kills";
    public const string ClientSecret = "kills-secret";
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);
    private readonly ChildProcess process;
    private readonly HttpClient http;

    private StandIn(ChildProcess process, Uri address)
    {
        this.process = process;
        Address = address;
        http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(address, "/sim/"), Timeout = TimeSpan.FromSeconds(90) };
    }

    public Uri Address { get; }

    public bool HasExited => process.HasExited;

    public static async Task<StandIn> StartAsync(string program, string folder)
    {
        var process = ChildProcess.Start(
            Path.Combine(program, "BackOffice.Sandbox.dll"), ["--urls", "http://127.0.0.1:0", "--client-id", ClientId, "--client-secret", ClientSecret],
            new Dictionary<string, string>(StringComparer.Ordinal), folder, Path.Combine(folder, "stand-in.log"), Said());
        if (await process.ListeningAsync(LongestStart) is { } address)
        {
            return new StandIn(process, address);
        }

        await process.DisposeAsync();
        throw new InvalidOperationException("The stand-in did not start; see " + folder);
    }

    /// <summary>New orders that play the scene; their numbers.</summary>
    public async Task<IReadOnlyList<string>> CopyAsync(string scene, int count)
    {
        using var answer = await http.PostAsJsonAsync($"scenes/{scene}/copies", new { count });
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<List<string>>() ?? [];
    }

    public Task PlanAsync(string path, string fault, string orderNo, int? number = null, string? field = null) =>
        TellAsync("faults", new { path, fault, orderNo, number, field });

    public Task ClearFaultsAsync() => TellAsync("faults/clear", null);

    /// <summary>Lets go what it holds.</summary>
    public Task ReleaseAsync() => TellAsync("release", null);

    public Task DecideAsync(string orderNo, int status) => TellAsync($"orders/{orderNo}/outcome", new { status });

    /// <summary>The first <c>void.do</c> after the call with that number; null where none came in time.</summary>
    public async Task<Received?> NextVoidAsync(long after, TimeSpan patience)
    {
        using var answer = await http.GetAsync(FormattableString.Invariant($"calls/next?path=void.do&after={after}&seconds={patience.TotalSeconds}"));
        return answer.StatusCode == HttpStatusCode.NoContent ? null : await answer.Content.ReadFromJsonAsync<Received>();
    }

    public async Task<IReadOnlyList<Received>> VoidCallsAsync(long after) =>
        await http.GetFromJsonAsync<List<Received>>(FormattableString.Invariant($"calls?path=void.do&after={after}")) ?? [];

    /// <summary>Calls it has not answered yet, whether their callers live or not.</summary>
    public async Task<IReadOnlyList<Received>> RunningAsync() => await http.GetFromJsonAsync<List<Received>>("calls/running") ?? [];

    public async Task<IReadOnlyList<TakenVoid>> VoidsAsync() => await http.GetFromJsonAsync<List<TakenVoid>>("voids") ?? [];

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await process.DisposeAsync();
    }

    private async Task TellAsync(string path, object? body)
    {
        using var answer = body is null ? await http.PostAsync(path, null) : await http.PostAsJsonAsync(path, body);
        answer.EnsureSuccessStatusCode();
    }

    [GeneratedRegex(@"Stand-in of Atlas on (?<address>http://127\.0\.0\.1:\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Said();
}
