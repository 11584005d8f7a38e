using System.Globalization;
using System.Text.Json;
using Simulation.Desks;
using Simulation.Engine;
using Simulation.Partner;
using Simulation.Runs;

namespace Simulation.Judging;

/// <summary>Whether what is about to be sent may be: its figures, its time, whose word it rests on, and of a card payment what is left of it.</summary>
internal sealed class ClaimCheck(World world, Judge judge)
{
    private const long Margin = 2 * 60 * 1000;

    private readonly Register register = world.Desk.Register;

    public void Look(Fibre sender, Claim claim)
    {
        if (claim.IsByHand)
        {
            judge.Find(Check.Unapproved, $"claimed although it is a person's to carry out: {claim.Body}");
        }

        if ((claim.Kind == "card" ? CardFigures(claim) : OfferedFigures(sender, claim)) is not { } figures)
        {
            return;
        }

        var requester = world.Staff.Single(p => p.Actor.Id == claim.RequestedBy);
        if (!requester.MayWork)
        {
            judge.Find(Check.Stripped, $"sent on the word of {requester.Actor.Name}, who has no right any more");
        }

        var needed = Math.Max(NeededFor(figures, requester, claim.Approval is not null), IsAfterUnknown(claim) ? 1 : 0);
        var yes = claim.Approval is not { } approval ? [] : register.Rows(
            "SELECT DISTINCT ById FROM ApprovalVotes v JOIN Approvals r ON r.Id = v.RequestId WHERE v.RequestId = @a AND v.IsYes AND r.State = 'approved'", approval);
        var carrying = yes.Select(v => world.Staff.Single(p => p.Actor.Id == Guid.Parse((string)v[0]!)))
            .Count(p => p.MayDecide && p != requester && (p.ApprovalLimit is not { } limit || (!figures.IsGuess && figures.Minor <= limit)));
        if (carrying < needed)
        {
            judge.Find(Check.Unapproved, $"needs {needed} approvals for {figures}, has {carrying}");
        }
    }

    /// <summary>What the offer that goes out was made for; whether it is in time, and what people decided on.</summary>
    private Figures? OfferedFigures(Fibre sender, Claim claim)
    {
        var order = world.Books.Of(claim.OrderNo);
        if (OfferOf(claim.Body) is not { } offer || !order.Offers.TryGetValue(offer, out var quoted))
        {
            judge.Find(Check.Unapproved, $"claimed with an offer that nobody made: {claim.Body}");
            return null;
        }

        if (!world.Network.Packets.Any(p => p.Sender == sender && p.Path.EndsWith("Quotation.do", StringComparison.Ordinal) && p.Reply?.Body.Contains('"' + offer + '"', StringComparison.Ordinal) is true))
        {
            judge.Find(Check.Unapproved, $"claimed with an offer that this sender was not given: {claim.Body}");
        }

        if (quoted.IsVoid && claim.At >= order.Deadline.ToUnixTimeMilliseconds() - Margin)
        {
            judge.Find(Check.PastMargin, string.Create(CultureInfo.InvariantCulture, $"claimed at {DateTimeOffset.FromUnixTimeMilliseconds(claim.At):HH:mm:ss}, the deadline is {order.Deadline:HH:mm:ss}"));
        }

        foreach (var seen in register.Rows("SELECT Content FROM Quotes WHERE Fingerprint = @a", claim.Fingerprint))
        {
            using var quote = JsonDocument.Parse((string)seen[0]!);
            if (quote.RootElement.TryGetProperty("OfferId", out var id) && order.Offers.TryGetValue(id.GetString() ?? "", out var decidedOn) && !IsSame(decidedOn, quoted))
            {
                judge.Find(Check.Unapproved, $"decided on {decidedOn.Figures} for {string.Join('+', decidedOn.Passengers)}, sent on {quoted.Figures} for {string.Join('+', quoted.Passengers)}");
                break;
            }
        }

        // Only a refund's quotation can say that its amount is a guess.
        return quoted.Figures with { IsGuess = quoted.Figures.IsGuess && !quoted.IsVoid };
    }

    /// <summary>What of the payment is given back: what the case says, not more than is left, and not before the supplier's leg allows it.</summary>
    private Figures? CardFigures(Claim claim)
    {
        using var body = JsonDocument.Parse(claim.Body);
        var tradeNo = body.RootElement.GetProperty("tradeNo").GetString()!;
        var minor = (long)(decimal.Parse(body.RootElement.GetProperty("refundAmount").GetString()!, CultureInfo.InvariantCulture) * 100);
        var row = register.Rows(
            "SELECT c.TradeNo, c.AtStake, s.State FROM Cases c JOIN Cases s ON s.Id = c.SupplierCaseId WHERE c.Id = @a", claim.CaseId)[0];
        if (row[0] as string != tradeNo || row[1] as string != string.Create(CultureInfo.InvariantCulture, $"USD:{minor}"))
        {
            judge.Find(Check.Unapproved, $"the case is about {row[1]} of {row[0]}, sent is {claim.Body}");
        }

        if (world.Books.Cards.Of(tradeNo) is not { } payment)
        {
            judge.Find(Check.Unapproved, $"a payment that nobody made: {claim.Body}");
            return null;
        }

        var others = register.Rows(
            """
            SELECT a.Amount FROM Attempts a JOIN Cases c ON c.Id = a.CaseId
            WHERE a.Subject = 'payment:' || @a AND a.Id <> @b AND (a.State IN ('planned', 'sending', 'unknown', 'accepted')
                OR ((a.State = 'settled' OR (a.State IN ('abandoned', 'refused') AND a.PartnerRef IS NOT NULL)) AND NOT (c.State = 'rejected' AND c.PartnerRef IS a.PartnerRef))
                OR (a.State = 'abandoned' AND a.PartnerRef IS NULL AND a.OutcomeReason NOT IN ('not-there', 'taken-back')))
            """, tradeNo, claim.Id).Sum(r => long.Parse(((string)r[0]!).Split(':')[1], CultureInfo.InvariantCulture));
        if (minor + others > payment.Total)
        {
            judge.Find(Check.Unapproved, $"{minor} of {payment.Total} is sent, and {others} is gone or on its way");
        }

        var known = register.Rows("SELECT PartnerRef FROM Cases WHERE TradeNo = @a AND PartnerRef IS NOT NULL UNION SELECT PartnerRef FROM Attempts WHERE Subject = 'payment:' || @a AND PartnerRef IS NOT NULL", tradeNo)
            .ConvertAll(r => (string)r[0]!);
        var given = payment.Taken.Where(t => !t.IsDead && (known.Contains(t.Code) || WasRead(t))).Sum(t => t.Figures.Minor);
        if (minor + given > payment.Total)
        {
            judge.Find(Check.Unapproved, $"{minor} of {payment.Total} is sent, and {given} is known to be given back, or named in a notice");
        }

        var supplier = (string)row[2]!;
        if (world.CustomerPaid switch { "OnConfirmation" => !HasPaid(supplier), "OnAcceptance" => supplier != "following" && !HasPaid(supplier), _ => false })
        {
            judge.Find(Check.Unapproved, $"the customer is paid while the supplier's leg is {supplier}; the rule is {world.CustomerPaid}");
        }

        return new Figures(0, minor, IsVoucher: false);
    }

    /// <summary>
    /// An earlier card refund of the payment may have been made, and only a person's word, or a backup, says that it was not; or it was made all the same, and
    /// no case shows it.
    /// </summary>
    private bool IsAfterUnknown(Claim claim) => claim.Kind == "card" && register.Rows(
        """
        SELECT 1 FROM Attempts a JOIN Attempts this ON this.Subject = a.Subject
        WHERE this.Id = @a AND a.Id <> this.Id AND ((a.State = 'abandoned' AND a.PartnerRef IS NULL)
            OR (a.State = 'cancelled' AND a.OutcomeReason = 'recovery.called-off')
            OR (a.State IN ('abandoned', 'refused') AND NOT EXISTS (SELECT 1 FROM Cases c WHERE c.Kind = 'card' AND c.PartnerRef = a.PartnerRef) AND a.PartnerRef IS NOT NULL))
        LIMIT 1
        """, claim.Id).Count > 0;

    /// <summary>
    /// A signed notice named it by our own number, and the desk has read that: it has to ask before it gives more of the payment back. A person who closes
    /// a case ends the question, and AsiaBill's own word, twice, that it is another payment's.
    /// </summary>
    private bool WasRead(Submitted taken) => taken.Denials < 2 && taken.ToldAs.Any(notice => register.Rows(
            "SELECT 1 FROM Notices WHERE Fingerprint = @a AND ProcessedAt IS NOT NULL AND Result = 'asked'", notice).Count > 0)
        && register.Rows("SELECT 1 FROM Attempts a JOIN Cases c ON c.Id = a.CaseId WHERE a.Body LIKE '%\"' || @a || '\"%' AND c.State IN ('withdrawn', 'closed-by-hand')", taken.Offer!).Count == 0;

    private static bool HasPaid(string supplier) => supplier is "refunded" or "completed-on-card";

    private static bool IsSame(Quoted one, Quoted other) =>
        (one.Figures.Minor, one.Figures.IsVoucher, one.Figures.IsGuess, one.IsVoid) == (other.Figures.Minor, other.Figures.IsVoucher, other.Figures.IsGuess, other.IsVoid)
        && one.Passengers.ToHashSet(StringComparer.Ordinal).SetEquals(other.Passengers);

    private static int NeededFor(Figures figures, Person requester, bool wasAsked) => figures switch
    {
        { IsVoucher: true } or { IsGuess: true } => 1,
        { Minor: >= People.SecondFrom } => 2,
        { Minor: <= People.FreeUpTo } when requester.SendLimit >= figures.Minor => wasAsked ? 1 : 0,
        _ => 1,
    };

    private static string? OfferOf(string body)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.TryGetProperty("voidOfferId", out var offer) || json.RootElement.TryGetProperty("refundOfferId", out offer) ? offer.GetString() : null;
    }
}

/// <summary>A permit at the moment in which a sender has claimed it.</summary>
/// <param name="At">Milliseconds since 1970, by the desk's own clock.</param>
internal sealed record Claim(
    string Id, string OrderNo, Guid RequestedBy, long? Approval, string Fingerprint, string Body, long At, string Kind, long CaseId, bool IsByHand);
