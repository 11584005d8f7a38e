using System.Security.Claims;
using Microsoft.AspNetCore.SignalR;

namespace BackOffice.Web.Session;

/// <summary>
/// Stands before every call of a circuit's hub. A circuit goes on only with the person it was started for: the framework hands it to whoever knows
/// its secret, and pages that remember their person would act for them. And one person has only so many connections.
/// </summary>
internal sealed class CircuitGuard(CircuitOwners owners) : IHubFilter
{
    private static readonly object Entered = new();

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var method = invocationContext.HubMethodName;
        if (method is not ("StartCircuit" or "ConnectCircuit" or "ResumeCircuit"))
        {
            return await next(invocationContext);
        }

        var person = PersonOf(invocationContext.Context);
        if (method != "StartCircuit" && !owners.IsOwn(invocationContext.HubMethodArguments[0] as string, person))
        {
            return method == "ConnectCircuit" ? false : null;
        }

        var answer = await next(invocationContext);
        var secret = method == "ConnectCircuit" && answer is true ? invocationContext.HubMethodArguments[0] as string : answer as string;
        if (secret is not null)
        {
            owners.Own(secret, person, invocationContext.Context.ConnectionId);
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
