using BackOffice.Core.Access;
using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Settings;
using BackOffice.Core.Values;

namespace BackOffice.Core.Approvals;

/// <summary>Who must agree before money moves, and who may. Pure.</summary>
public static class ApprovalRules
{
    /// <summary>How many other people must say yes: 0, 1 or 2.</summary>
    /// <param name="amount">The one sum at stake; null (a voucher, or several currencies) always needs somebody.</param>
    /// <param name="rule">Of the amount's currency; none needs somebody.</param>
    /// <param name="isAfterUnknown">An earlier attempt may have paid, and only a person's word says that it has not: always needs somebody.</param>
    public static int Needed(Money? amount, RefundMethod method, ApprovalRule? rule, StaffRights sender, bool isAfterUnknown = false)
    {
        if (amount is not { } sum || method != RefundMethod.Cash || rule is null || rule.Currency != sum.Currency)
        {
            return 1;
        }

        if (rule.SecondFrom is { } second && sum >= second)
        {
            return 2;
        }

        var free = sum <= rule.FreeUpTo && sender.May(Permission.SendWithinLimit)
            && sender.SendLimit is { } limit && limit.Currency == sum.Currency && sum <= limit;
        return free && !isAfterUnknown ? 0 : 1;
    }

    /// <summary>Why this person may not decide on this request, or null where they may.</summary>
    public static Refusal? WhyNot(StaffRights person, ApprovalFacts request) =>
        !person.May(Permission.DecideApprovals) ? AccessRefusals.NotAllowed.With(nameof(Permission.DecideApprovals))
        : person.UserId == request.RequestedById ? CasesRefusals.OwnRequest
        : request.VotedBy.Contains(person.UserId) ? CasesRefusals.AlreadyDecided
        : WhyAbove(person, request.Amount);

    /// <summary>
    /// Whether the yes of these people, as their rights are now, still carries the send: enough of them, none the requester,
    /// each still allowed to decide and within the own limit.
    /// </summary>
    public static bool StillCarries(IEnumerable<StaffRights> yes, Guid requestedById, Money? amount, int needed) =>
        yes.Where(p => p.May(Permission.DecideApprovals) && p.UserId != requestedById && WhyAbove(p, amount) is null)
            .DistinctBy(p => p.UserId).Count() >= needed;

    private static Refusal? WhyAbove(StaffRights person, Money? amount) => person.ApprovalLimit switch
    {
        null => null,
        { } limit when amount is { } sum && limit.Currency == sum.Currency && sum <= limit => null,
        { } limit => CasesRefusals.AboveLimit.With(limit.ToString()),
    };
}

/// <param name="VotedBy">Everybody who has already said yes or no.</param>
public sealed record ApprovalFacts(Guid RequestedById, Money? Amount, IReadOnlyCollection<Guid> VotedBy)
{
    public static ApprovalFacts Of(ApprovalRequest request) => new(request.RequestedById, request.Amount, [.. request.Votes.Select(v => v.ById)]);
}
