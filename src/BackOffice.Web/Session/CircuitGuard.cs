using System.Security.Claims;
using Microsoft.AspNetCore.SignalR;

namespace BackOffice.Web.Session;

/// <summary>
/// Stands before every call of a circuit's hub. A circuit goes on only with the person and in the session it was started for: the framework hands it to
/// whoever knows its secret, and pages that remember their person would act for them. What is pressed after the session ended does nothing.
/// And one person has only so many connections.
/// </summary>
internal sealed class CircuitGuard(CircuitOwners owners, StaffSessions sessions) : IHubFilter
{
    private static readonly object Entered = new();

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var (method, caller) = (invocationContext.HubMethodName, invocationContext.Context);
        if (method == "BeginInvokeDotNetFromJS" && !sessions.IsOn(caller.User))
        {
            // The page is on its way to the sign-in, or missed the news; its last words reach nobody.
            return null;
        }

        if (method is not ("StartCircuit" or "ConnectCircuit" or "ResumeCircuit"))
        {
            return await next(invocationContext);
        }

        var (person, session) = (PersonOf(caller), StaffSessions.Of(caller.User) ?? "");
        if (method != "StartCircuit" && !(sessions.IsOn(caller.User) && owners.IsOwn(invocationContext.HubMethodArguments[0] as string, person, session)))
        {
            return method == "ConnectCircuit" ? false : null;
        }

        var answer = await next(invocationContext);
        var secret = method == "ConnectCircuit" && answer is true ? invocationContext.HubMethodArguments[0] as string : answer as string;
        if (secret is not null)
        {
            owners.Own(secret, person, session, caller.ConnectionId);
        }

        return answer;
    }

    public Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        if (!owners.TryEnter(PersonOf(context.Context)))
        {
            context.Context.Abort();
            return Task.CompletedTask;
        }

        context.Context.Items[Entered] = true;
        return next(context);
    }

    public Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        if (context.Context.Items.ContainsKey(Entered))
        {
            owners.Leave(PersonOf(context.Context), context.Context.ConnectionId);
        }

        return next(context, exception);
    }

    private static string PersonOf(HubCallerContext context) => context.User?.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";
}
