using System.Globalization;
using System.Text.Json;
using Simulation.Desks;
using Simulation.Engine;
using Simulation.Partner;
using Simulation.Runs;

namespace Simulation.Judging;

/// <summary>
/// Watches one schedule with rules of its own: it knows the partner's books, the staff and the database, and nothing of the desk's code.
/// </summary>
internal sealed class Judge(World world, Account account)
{
    private const long Margin = 2 * 60 * 1000;

    private static readonly TimeSpan QuietPeriod = TimeSpan.FromMinutes(10);

    private readonly Register register = world.Desk.Register;
    private DateTimeOffset? unknownSince;
    private Instance? sinceOn;
    private TimeSpan sinceSkew;

    public Account Account { get; } = account;

    public List<Finding> Findings { get; } = [];

    public void Find(Check check, string story)
    {
        Findings.Add(new Finding(check, story, world.Dice.Seed));
        world.Trace?.Add($"{world.Step,4} ** {check}: {story}");
    }

    /// <summary>A transaction of the desk has just been committed.</summary>
    public void Committed(Fibre fibre)
    {
        if (fibre.Person >= 0)
        {
            ByPerson(world.Staff[fibre.Person], fibre.Name, (Instance)fibre.Home);
        }

        Remember((Instance)fibre.Home);

        if (fibre.Name == "sender")
        {
            foreach (var claim in register.Rows("SELECT Id, OrderNo, RequestedById, ApprovalId, Fingerprint, Body, ClaimedAt FROM Attempts WHERE State = 'sending'"))
            {
                if (Account.Claimed.Add((string)claim[0]!))
                {
                    Claimed(claim);
                }
            }
        }
    }

    /// <summary>A submission leaves the house.</summary>
    public void Sent(string orderNo, string body, Fibre fibre)
    {
        world.Tally.Sends++;
        var permit = register.Rows("SELECT Id, State FROM Attempts WHERE OrderNo = @a AND Body = @b ORDER BY PlannedAt DESC", orderNo, body).FirstOrDefault();
        if (permit is null || permit[1] is not ("sending" or "unknown"))
        {
            Find(Check.NoIntent, $"{fibre.Name} sent {body}; in the database it is {permit?[1] ?? "nowhere"}");
        }

        if (permit is not null && !Account.Sent.Add((string)permit[0]!))
        {
            Find(Check.DoubleSend, $"{fibre.Name} sent {body} a second time");
        }
    }

    public int VoidsOf(string orderNo) => world.Books.Orders.SingleOrDefault(o => o.OrderNo == orderNo)?.Voids.Count ?? 0;

    /// <summary>A submission has reached the partner.</summary>
    public void Received(Packet packet, int voidsBefore)
    {
        var order = world.Books.Orders.SingleOrDefault(o => o.OrderNo == packet.OrderNo);
        if (order is null || order.Voids.Count == voidsBefore)
        {
            return;
        }

        world.Tally.AcceptedVoids++;
        if (!order.Voids.Take(voidsBefore).Any(v => !v.IsDead && !v.IsForeign))
        {
            return;
        }

        if (Account.DecidedNotSent.Contains(packet.OrderNo) || Account.Forgotten.Contains(packet.OrderNo))
        {
            world.Tally.SecondVoidsByDecision++;
        }
        else
        {
            Find(Check.DoubleVoid, $"{packet.OrderNo} was voided a second time by {packet.Sender.Name}: {packet.Body}");
        }
    }

    public void Ended(Fibre fibre)
    {
        if (fibre.Fault is { } fault and not (Microsoft.Data.Sqlite.SqliteException or Microsoft.EntityFrameworkCore.DbUpdateException))
        {
            Find(Check.Crash, $"{fibre.Name} threw {fault}");
        }
    }

    private void ByPerson(Person person, string action, Instance desk)
    {
        var needsSupervisor = action.StartsWith("decide", StringComparison.Ordinal);
        if (needsSupervisor ? !person.MayDecide : !person.MayWork)
        {
            Find(Check.Stripped, $"{person.Actor.Name} could {action}");
        }

        if (action == "decide-unknown NotSent")
        {
            if (unknownSince is { } since && desk == sinceOn && desk.Clock.GetUtcNow() - since < QuietPeriod && desk.Clock.Skew == sinceSkew)
            {
                Find(Check.Unapproved, $"{person.Actor.Name} decided that nothing was sent after {desk.Clock.GetUtcNow() - since}");
            }

            Account.DecidedNotSent.UnionWith(world.Books.Orders.Select(o => o.OrderNo));
        }

        if (action is "decide-unknown Close" or "decide-unknown Sent")
        {
            Account.EndedByHand.UnionWith(world.Books.Orders.Select(o => o.OrderNo));
        }
    }

    /// <summary>Since when the outcome is unknown, by the clock of the program that found so.</summary>
    private void Remember(Instance desk)
    {
        var isUnknown = register.Rows("SELECT 1 FROM Cases WHERE State = 'outcome-unknown'").Count > 0;
        if (isUnknown && unknownSince is null)
        {
            (unknownSince, sinceOn, sinceSkew) = (desk.Clock.GetUtcNow(), desk, desk.Clock.Skew);
        }
        else if (!isUnknown)
        {
            unknownSince = null;
        }
    }

    private void Claimed(object?[] claim)
    {
        var (orderNo, requestedBy, approval, fingerprint, body, at) = ((string)claim[1]!, Guid.Parse((string)claim[2]!), claim[3] as long?, (string)claim[4]!, (string)claim[5]!, (long)claim[6]!);
        var order = world.Books.Of(orderNo);
        var offer = OfferOf(body);
        if (offer is null || !order.Offers.TryGetValue(offer, out var figures))
        {
            Find(Check.Unapproved, $"claimed with an offer that nobody made: {body}");
            return;
        }

        if (at >= order.Deadline.ToUnixTimeMilliseconds() - Margin)
        {
            Find(Check.PastMargin, string.Create(CultureInfo.InvariantCulture, $"claimed at {DateTimeOffset.FromUnixTimeMilliseconds(at):HH:mm:ss}, the deadline is {order.Deadline:HH:mm:ss}"));
        }

        foreach (var seen in register.Rows("SELECT Content FROM Quotes WHERE Fingerprint = @a", fingerprint))
        {
            using var quote = JsonDocument.Parse((string)seen[0]!);
            if (quote.RootElement.TryGetProperty("OfferId", out var id) && order.Offers.TryGetValue(id.GetString() ?? "", out var decidedOn) && (decidedOn.Minor, decidedOn.IsVoucher) != (figures.Minor, figures.IsVoucher))
            {
                Find(Check.Unapproved, $"decided on {decidedOn}, sent on {figures}");
                break;
            }
        }

        var requester = world.Staff.Single(p => p.Actor.Id == requestedBy);
        if (!requester.MayWork)
        {
            Find(Check.Stripped, $"sent on the word of {requester.Actor.Name}, who has no right any more");
        }

        var needed = NeededFor(figures, requester, approval is not null);
        var yes = approval is null ? [] : register.Rows(
            "SELECT DISTINCT ById FROM ApprovalVotes v JOIN Approvals r ON r.Id = v.RequestId WHERE v.RequestId = @a AND v.IsYes AND r.State = 'approved'", approval);
        var carrying = yes.Select(v => world.Staff.Single(p => p.Actor.Id == Guid.Parse((string)v[0]!)))
            .Count(p => p.MayDecide && p != requester && (p.ApprovalLimit is not { } limit || figures.Minor <= limit));
        if (carrying < needed)
        {
            Find(Check.Unapproved, $"needs {needed} approvals for {figures}, has {carrying}");
        }
    }

    private static int NeededFor(Figures figures, Person requester, bool wasAsked) => figures switch
    {
        { IsVoucher: true } => 1,
        { Minor: >= People.SecondFrom } => 2,
        { Minor: <= People.FreeUpTo } when requester.SendLimit >= figures.Minor => wasAsked ? 1 : 0,
        _ => 1,
    };

    private static string? OfferOf(string body)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.GetProperty("voidOfferId").GetString();
    }
}
