using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.AsiaBill;
using BackOffice.Core.Atlas;
using BackOffice.Core.Audit;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Dispatch;
using BackOffice.Core.Quoting;
using BackOffice.Core.Reconciliation;
using BackOffice.Core.Settings;
using BackOffice.Core.Values;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kills;

/// <summary>The people of the desk, acting through a second instance on the same database that has no workers: it makes permits and sends nothing.</summary>
internal sealed class Office : IAsyncDisposable
{
    private static readonly Money Limit = new(100_000, "USD");
    private readonly string database;
    private readonly ServiceProvider services;
    private Actor agent = Actor.Worker;
    private Actor supervisor = Actor.Worker;
    private Actor auditor = Actor.Worker;

    public Office(string database, StandIn standIn)
    {
        this.database = database;
        var parts = new ServiceCollection();
        parts.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        parts.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        parts.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        parts.AddSingleton(TimeProvider.System);
        parts.AddBackOfficeData(_ => ConnectionString).AddAccess().AddCases().AddApprovals().AddDispatch().AddReconciliation().AddAuditTrail();
        parts.AddAtlas((_, atlas) =>
        {
            atlas.BaseUrl = standIn.Address.ToString();
            (atlas.ClientId, atlas.ClientSecret, atlas.WebhookSecret) = (StandIn.ClientId, StandIn.ClientSecret, "a-secret-of-the-tests-0123456789");
            atlas.CallsPerSecond = 50;
        });

        // No account at the card partner: this office makes no card refunds.
        parts.AddAsiaBill((_, _) => { });
        services = parts.BuildServiceProvider();
    }

    public string Database => database;

    private string ConnectionString => "Data Source=" + database;

    public BackOfficeDb Open()
    {
        var options = new DbContextOptionsBuilder<BackOfficeDb>();
        DataModule.Configure(options, ConnectionString);
        return new BackOfficeDb(options.Options);
    }

    /// <summary>An agent with a limit of their own, a supervisor, an auditor, and the rule that lets the limit count.</summary>
    public async Task HireAsync()
    {
        await using var db = Open();
        agent = Hire(db, "Ana", Role.Agent, Limit);
        supervisor = Hire(db, "Sui", Role.Supervisor, null);
        auditor = Hire(db, "Aud", Role.Auditor, null);
        db.Add(new ApprovalRule { Currency = Limit.Currency, FreeUpToMinor = Limit.Minor });
        await db.SaveChangesAsync();
    }

    /// <summary>A case with a quote on it; its number.</summary>
    public async Task<string> QuotedAsync(string orderNo)
    {
        var number = (await Use<OpenVoidCase>().ExecuteAsync(agent, new OpenVoidCaseInput(orderNo, "Booked the wrong day."), CancellationToken.None)).Require();
        await Use<QuoteCase>().ExecuteAsync(agent, number, CancellationToken.None);
        return number;
    }

    /// <summary>Another quote on a case that came back. False where it cannot be voided any more.</summary>
    public async Task<bool> QuotedAgainAsync(string caseNumber) =>
        (await Use<QuoteCase>().ExecuteAsync(agent, caseNumber, CancellationToken.None)) is { Refusal: null } outcome && outcome.Require() == CaseState.Quoted;

    /// <summary>Permits the send, by the agent's own limit or by a supervisor's yes. False where somebody says no.</summary>
    public async Task<bool> PermitAsync(string caseNumber, bool byApproval)
    {
        await using var db = Open();
        var seen = await db.Set<Case>().AsNoTracking().Where(c => c.Number == caseNumber).Select(c => c.Fingerprint).SingleAsync() ?? "";
        if (!byApproval)
        {
            var sent = await Use<PermitSend>().ExecuteAsync(agent, new PermitSendInput(caseNumber, seen, "The customer called."), CancellationToken.None);
            if (sent.IsDone(out _, out var refusal))
            {
                return true;
            }

            if (!refusal.Is(CasesRefusals.ApprovalNeeded))
            {
                return false;
            }
        }

        var asked = await Use<AskForApproval>().ExecuteAsync(agent, new AskForApprovalInput(caseNumber, seen, "The customer called."), CancellationToken.None);
        return asked.IsDone(out var request, out _)
            && (await Use<Decide>().ExecuteAsync(supervisor, new DecideInput(request, IsYes: true, seen, null), CancellationToken.None)).Refusal is null;
    }

    public async Task AskNowAsync(string caseNumber) => await Use<AskPartnerNow>().ExecuteAsync(agent, caseNumber, CancellationToken.None);

    /// <summary>The cases that wait for a person on the page of unknown outcomes.</summary>
    public async Task<IReadOnlySet<string>> WaitingForAPersonAsync() =>
        (await Use<ReadUnknown>().ExecuteAsync(supervisor, CancellationToken.None)).Require().Rows.Select(r => r.Case.Number).ToHashSet(StringComparer.Ordinal);

    /// <summary>A person ends an unknown outcome outside the program.</summary>
    public async Task CloseUnknownAsync(string caseNumber) =>
        await Use<DecideUnknown>().ExecuteAsync(supervisor, new DecideUnknownInput(caseNumber, UnknownDecision.Close, "Asked by phone.", null), CancellationToken.None);

    public async Task<TrailCheck> VerifyTrailAsync(AuditAnchor? anchor) =>
        (await Use<VerifyAudit>().ExecuteAsync(auditor, anchor, null, CancellationToken.None)).Require();

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private T Use<T>()
        where T : notnull => services.GetRequiredService<T>();

    private static Actor Hire(BackOfficeDb db, string name, Role role, Money? limit)
    {
        var email = name.ToLowerInvariant() + "@desk.example";
        var person = new StaffUser
        {
            Id = Guid.CreateVersion7(), DisplayName = name, UserName = email, NormalizedUserName = email.ToUpperInvariant(), Email = email,
            NormalizedEmail = email.ToUpperInvariant(), CreatedAt = TimeProvider.System.GetUtcNow(), SendLimit = limit,
        };
        db.Add(person);
        db.Add(new IdentityUserRole<Guid> { UserId = person.Id, RoleId = Roles.IdOf(role) });
        return new Actor(person.Id, person.DisplayName);
    }
}
