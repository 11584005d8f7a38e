using System.Reflection;
using System.Security.Claims;
using BackOffice.Core.Access;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging.Abstractions;
using Unit.Testing;

namespace Unit.Web.Shell;

public sealed class CircuitGuardTests
{
    private const string Secret = "a-secret-that-a-browser-knows";
    private readonly TestClock clock = new();
    private readonly CircuitOwners owners;
    private readonly StaffSessions sessions;
    private readonly CircuitGuard guard;

    public CircuitGuardTests()
    {
        owners = new CircuitOwners(clock);
        sessions = new StaffSessions(new StaffChanges(NullLogger<StaffChanges>.Instance), clock);
        guard = new CircuitGuard(owners, sessions);
    }

    [Theory]
    [InlineData("ConnectCircuit", false)]
    [InlineData("ResumeCircuit", null)]
    public async Task Circuit_OfSomebodyElse_IsNotHandedOver(string method, bool? refused)
    {
        await StartAsync(new Connection("ana"));

        var (answer, wasAsked) = await CallAsync(new Connection("ben"), method, Secret, "taken over");

        Assert.Equal(refused, answer);
        Assert.False(wasAsked);
    }

    [Fact]
    public async Task Circuit_OfOnesOwn_GoesOnAfterTheConnectionBroke()
    {
        var first = new Connection("ana");
        await StartAsync(first);
        await LeaveAsync(first);

        var (answer, _) = await CallAsync(new Connection("ana"), "ConnectCircuit", Secret, true);

        Assert.Equal(true, answer);
    }

    [Fact]
    public async Task Circuit_Resumed_IsOwnedUnderItsNewSecret()
    {
        await StartAsync(new Connection("ana"));

        await CallAsync(new Connection("ana"), "ResumeCircuit", Secret, "the-next-secret");

        Assert.True(owners.IsOwn("the-next-secret", "ana", "ana-1"));
        Assert.False(owners.IsOwn("the-next-secret", "ben", "ben-1"));
    }

    [Fact]
    public async Task Circuit_LongAfterItsBrowserLeft_IsNobodysAnyMore()
    {
        var first = new Connection("ana");
        await StartAsync(first);
        await LeaveAsync(first);
        clock.Advance(TimeSpan.FromHours(4));

        var another = new Connection("ben");
        await EnterAsync(another);
        await LeaveAsync(another);

        Assert.False(owners.IsOwn(Secret, "ana", "ana-1"));
    }

    /// <summary>Signed out and in again: the pages from before stay where they were left.</summary>
    [Theory]
    [InlineData("ConnectCircuit", false)]
    [InlineData("ResumeCircuit", null)]
    public async Task Circuit_OfTheSamePersonsSessionBefore_IsNotHandedOver(string method, bool? refused)
    {
        await StartAsync(new Connection("ana"));

        var (answer, wasAsked) = await CallAsync(new Connection("ana", "ana-2"), method, Secret, "brought back");

        Assert.Equal(refused, answer);
        Assert.False(wasAsked);
    }

    [Theory]
    [InlineData("ConnectCircuit", false)]
    [InlineData("ResumeCircuit", null)]
    public async Task Circuit_OfASessionThatEnded_IsNotBroughtBack(string method, bool? refused)
    {
        var connection = new Connection("ana");
        await StartAsync(connection);
        sessions.End(connection.User);

        var (answer, wasAsked) = await CallAsync(connection, method, Secret, "brought back");

        Assert.Equal(refused, answer);
        Assert.False(wasAsked);
    }

    /// <summary>Also where the page was not told that it is nobody's any more, and remembers who opened it.</summary>
    [Fact]
    public async Task Press_OnAPageWhoseSessionEnded_ReachesNoPage()
    {
        var (left, stays) = (new Connection("ana"), new Connection("ana", "ana-2"));

        var before = await CallAsync(left, "BeginInvokeDotNetFromJS", "approve", "done");
        sessions.End(left.User);
        var after = await CallAsync(left, "BeginInvokeDotNetFromJS", "approve", "done");
        var elsewhere = await CallAsync(stays, "BeginInvokeDotNetFromJS", "approve", "done");

        Assert.Equal((true, false, true), (before.WasAsked, after.WasAsked, elsewhere.WasAsked));
    }

    [Fact]
    public async Task Connection_AboveWhatOnePersonMayHave_IsClosedAndOthersGoOn()
    {
        for (var open = 0; open < CircuitOwners.MostForOne; open++)
        {
            Assert.True(await EnterAsync(new Connection("ana")));
        }

        var tooMany = new Connection("ana");
        Assert.False(await EnterAsync(tooMany));
        Assert.True(tooMany.IsAborted);
        await LeaveAsync(tooMany);
        Assert.False(await EnterAsync(new Connection("ana")));
        Assert.True(await EnterAsync(new Connection("ben")));
    }

    private async Task StartAsync(Connection connection)
    {
        await EnterAsync(connection);
        await CallAsync(connection, "StartCircuit", "https://desk.example/", Secret);
    }

    private async Task<bool> EnterAsync(Connection connection)
    {
        var wasLetIn = false;
        await guard.OnConnectedAsync(new HubLifetimeContext(connection, NoServices.Instance, new Door()), _ =>
        {
            wasLetIn = true;
            return Task.CompletedTask;
        });
        return wasLetIn;
    }

    private Task LeaveAsync(Connection connection) =>
        guard.OnDisconnectedAsync(new HubLifetimeContext(connection, NoServices.Instance, new Door()), null, (_, _) => Task.CompletedTask);

    private async Task<(object? Answer, bool WasAsked)> CallAsync(Connection connection, string method, string argument, object hubAnswer)
    {
        var wasAsked = false;
        var call = new HubInvocationContext(connection, NoServices.Instance, new Door(), typeof(Door).GetMethod(method, BindingFlags.Public | BindingFlags.Static)!, [argument]);
        var answer = await guard.InvokeMethodAsync(call, _ =>
        {
            wasAsked = true;
            return ValueTask.FromResult<object?>(hubAnswer);
        });
        return (answer, wasAsked);
    }

    /// <summary>Has the names of the framework's hub, which is internal.</summary>
    private sealed class Door : Hub
    {
        public static string StartCircuit(string secret) => secret;

        public static bool ConnectCircuit(string secret) => secret.Length > 0;

        public static string ResumeCircuit(string secret) => secret;

        public static string BeginInvokeDotNetFromJS(string call) => call;
    }

    private sealed class NoServices : IServiceProvider
    {
        public static NoServices Instance { get; } = new();

        public object? GetService(Type serviceType) => null;
    }

    private sealed class Connection(string person, string? session = null) : HubCallerContext
    {
        public bool IsAborted { get; private set; }

        public override string ConnectionId { get; } = Guid.NewGuid().ToString("N");

        public override string? UserIdentifier => person;

        public override ClaimsPrincipal User { get; } = new(new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, person), new Claim(StaffSessions.ClaimType, session ?? person + "-1")], "test"));

        public override IDictionary<object, object?> Items { get; } = new Dictionary<object, object?>();

        public override IFeatureCollection Features { get; } = new FeatureCollection();

        public override CancellationToken ConnectionAborted => CancellationToken.None;

        public override void Abort() => IsAborted = true;
    }
}
