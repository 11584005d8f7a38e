using System.Diagnostics;
using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Quoting;
using BackOffice.Core.Settings;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using BackOffice.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hostile;

/// <summary>What there is to attack: cases in every state in which a step of money is near, made with the program's own use cases.</summary>
internal sealed class Stage(string folder, Uri partner, AtlasStandIn standIn)
{
    /// <summary>The reply is lost at once, and a broken connection is noticed at once.</summary>
    private static readonly TimeSpan LongestUntilUnknown = TimeSpan.FromMinutes(2);

    private static readonly Scene[] Others = [Scenes.DeadlineGiven, Scenes.Vcc, Scenes.TwoPassengersAndBag, Scenes.NinePassengers, Scenes.LongName];

    private readonly Dictionary<Person, Actor> actors = [];
    private IServiceProvider desk = null!;

    /// <summary>Quoted cases and cases that wait for a yes, of the attacking agent and of a colleague, and one with an unknown outcome.</summary>
    public List<string> Cases { get; } = [];

    public List<long> Approvals { get; } = [];

    /// <summary>The case that an agent may send alone, and does.</summary>
    public string Sendable { get; private set; } = "";

    public string SendableOrder { get; private set; } = "";

    public Guid IdOf(Person person) => actors[person].Id;

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await using var app = BackOfficeApp.Build(Settings.Of(folder, partner, standIn.Options), builder => builder.Logging.ClearProviders());
        desk = app.Services;
        await app.StartAsync(cancellationToken);
        await HireAsync(cancellationToken);
        foreach (var owner in new[] { Cast.Agent, Cast.Colleague })
        {
            Cases.Add(await QuotedAsync(owner, standIn.CopyOf(Scenes.PlainDeposit), cancellationToken));
            foreach (var scene in Others)
            {
                var number = await QuotedAsync(owner, standIn.CopyOf(scene), cancellationToken);
                Cases.Add(number);
                Approvals.Add(await AskAsync(owner, number, cancellationToken));
            }
        }

        Cases.Add(await UnknownAsync(cancellationToken));
        SendableOrder = standIn.CopyOf(Scenes.PlainDeposit);
        Sendable = await QuotedAsync(Cast.Rapid, SendableOrder, cancellationToken);
        await app.StopAsync(cancellationToken);
    }

    /// <summary>Takes two roles away in the database, past the program: nobody tells the open pages of it.</summary>
    public async Task DemoteAsync(CancellationToken cancellationToken)
    {
        await using var db = Books.Open(Settings.DatabaseOf(folder));
        await db.UserRoles.Where(r => r.UserId == IdOf(Cast.Demoted) || r.UserId == IdOf(Cast.Dismissed)).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task HireAsync(CancellationToken cancellationToken)
    {
        var hired = await desk.GetRequiredService<Store>().ChangeAsWorkerAsync<Done>(async change =>
        {
            foreach (var person in Cast.All)
            {
                var account = desk.GetRequiredService<NewAccounts>().Add(
                    change, person.Email, person.Name, Person.Password, isInitial: false, person.Role is { } role ? [role] : []);
                account.SendLimit = person.SendLimit;
                actors[person] = new Actor(account.Id, person.Name);
            }

            change.Db.Add(new ApprovalRule { Currency = "USD", FreeUpToMinor = 500_00 });
            await change.Db.SaveChangesAsync(cancellationToken);
            return default(Done);
        }, cancellationToken);
        hired.Require();
    }

    private async Task<string> QuotedAsync(Person owner, string orderNo, CancellationToken cancellationToken)
    {
        var opened = await desk.GetRequiredService<OpenVoidCase>().ExecuteAsync(actors[owner], new OpenVoidCaseInput(orderNo, "Booked the wrong day."), cancellationToken);
        var number = opened.Require();
        (await desk.GetRequiredService<QuoteCase>().ExecuteAsync(actors[owner], number, cancellationToken)).Require();
        return number;
    }

    private async Task<long> AskAsync(Person owner, string number, CancellationToken cancellationToken)
    {
        var asked = new AskForApprovalInput(number, await FingerprintAsync(number, cancellationToken), "The customer called.");
        return (await desk.GetRequiredService<AskForApproval>().ExecuteAsync(actors[owner], asked, cancellationToken)).Require();
    }

    /// <summary>Approved and sent; the connection broke before the partner took it, and nobody knows.</summary>
    private async Task<string> UnknownAsync(CancellationToken cancellationToken)
    {
        var orderNo = standIn.CopyOf(Scenes.LostReplyBefore);
        var number = await QuotedAsync(Cast.Colleague, orderNo, cancellationToken);
        var request = await AskAsync(Cast.Colleague, number, cancellationToken);
        var yes = new DecideInput(request, IsYes: true, await FingerprintAsync(number, cancellationToken), null);
        (await desk.GetRequiredService<Decide>().ExecuteAsync(actors[Cast.Supervisor], yes, cancellationToken)).Require();
        var patience = Stopwatch.StartNew();
        while (await StateAsync(number, cancellationToken) is var state and not CaseState.OutcomeUnknown)
        {
            if (patience.Elapsed > LongestUntilUnknown)
            {
                throw new InvalidOperationException($"The reply about {orderNo} is lost, and {number} stays at {state} instead of becoming unknown.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellationToken);
        }

        return number;
    }

    private Task<string> FingerprintAsync(string number, CancellationToken cancellationToken) =>
        desk.GetRequiredService<Store>().ReadAsWorkerAsync(db => db.Set<Case>().Where(c => c.Number == number).Select(c => c.Fingerprint ?? "").SingleAsync(cancellationToken), cancellationToken);

    private Task<CaseState> StateAsync(string number, CancellationToken cancellationToken) =>
        desk.GetRequiredService<Store>().ReadAsWorkerAsync(db => db.Set<Case>().Where(c => c.Number == number).Select(c => c.State).SingleAsync(cancellationToken), cancellationToken);
}
