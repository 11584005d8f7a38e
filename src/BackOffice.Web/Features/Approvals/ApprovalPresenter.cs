using System.Globalization;
using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;
using BackOffice.Web.Components.Shared;
using BackOffice.Web.Features.Cases;

namespace BackOffice.Web.Features.Approvals;

/// <summary>What is at stake, as a button can say it: a text key with its arguments.</summary>
/// <param name="IsLoud">No plain sum of cash: it must not be overlooked.</param>
public sealed record Stake(string Key, IReadOnlyList<Money> Sums, bool IsLoud);

/// <summary>How a request ended: a text key, who is named in it, and the reason that was given.</summary>
internal sealed record Ending(string Key, string Who, string? Reason, Meaning Meaning, string Icon);

/// <summary>What the approval pages show of what was read. Pure.</summary>
internal static class ApprovalPresenter
{
    /// <summary>Verb and sum where there is one sum of cash; in words where it is a voucher or several currencies.</summary>
    public static Stake StakeOf(RefundMethod method, PartnerQuote? quote, Money? amount) => method switch
    {
        RefundMethod.Voucher => new(quote is { CashBesideVoucher.Count: > 0 } ? "Stake.VoucherAndCash" : "Stake.Voucher", quote is null ? [] : WithVouchers(quote), IsLoud: true),
        RefundMethod.Other => new("Stake.Other", quote?.EstimatedBack ?? [], IsLoud: true),
        RefundMethod.Cash when amount is { } one => new("Stake.Cash", [one], IsLoud: false),
        RefundMethod.Cash when quote is { Sureness: QuoteSureness.CannotQuote } => new("Stake.CannotQuote", [], IsLoud: true),
        RefundMethod.Cash when quote is { EstimatedBack.Count: > 1 } => new("Stake.Several", quote.EstimatedBack, IsLoud: true),
        RefundMethod.Cash => new("Stake.NoSum", [], IsLoud: true),
    };

    public static Stake StakeOf(ApprovalRow row) => StakeOf(row.Request.Method, row.Quote, row.Request.Amount);

    /// <summary>The question in the page's head; a sum that the airline decides is asked about without "of".</summary>
    public static string HeadKeyOf(CaseKind kind, Stake stake) => stake.Key == "Stake.CannotQuote" ? "One.Head.CannotQuote" : KindTexts.EachKeyOf(kind, "One.Head");

    /// <summary>
    /// How a request that is over ended, and who said so; null while it waits. Whoever works cases may take a request back, and it does not keep who
    /// did: nobody is named there.
    /// </summary>
    public static Ending? EndingOf(ApprovalRequest request)
    {
        var yes = string.Join(", ", request.Yes.Select(v => v.ByName));
        var no = request.Votes.FirstOrDefault(v => !v.IsYes);
        return request.State switch
        {
            ApprovalState.Waiting => null,
            ApprovalState.Approved => new("Ending.Approved", yes, null, Meaning.Good, "done-round"),
            ApprovalState.Declined => new("Ending.Declined", no?.ByName ?? "–", no?.Reason, Meaning.Bad, "stop"),
            ApprovalState.Withdrawn => new("Ending.Withdrawn", "", null, Meaning.Neutral, "leave"),
            ApprovalState.Expired => new("Ending.Expired", "", null, Meaning.Warn, "clock"),
            ApprovalState.Stale => new("Ending.Stale", "", null, Meaning.Warn, "refresh"),
        };
    }

    /// <summary>How the queue answers a person who just decided on this request; null where they did not.</summary>
    public static string? MessageKeyOf(ApprovalRequest request, Guid me) => (request.State, request.Votes.FirstOrDefault(v => v.ById == me)) switch
    {
        (_, null) => null,
        (ApprovalState.Waiting, { IsYes: true }) => "Message.OneMore",
        (ApprovalState.Declined, { IsYes: false }) => "Message.Declined",
        (ApprovalState.Approved, { IsYes: true }) => "Message.Approved",
        _ => null,
    };

    /// <summary>What comes next: a card refund goes to AsiaBill, or waits for a person who makes it there.</summary>
    public static string MessageNextKeyOf(string messageKey, CaseRow row) => (messageKey, row) switch
    {
        ("Message.Approved", { Kind: CaseKind.CardRefund, IsByHand: true }) => "Message.Approved.Next.ByHand",
        ("Message.Approved", { Kind: CaseKind.CardRefund }) => "Message.Approved.Next.Card",
        _ => messageKey + ".Next",
    };

    /// <summary>
    /// Why a person who may look cannot act, in the words of this page; null where they may, or where the general sentence says it all.
    /// </summary>
    public static string? WhyNotKeyOf(Refusal? whyNot) => whyNot switch
    {
        { Kind: RefusalKind.Forbidden } when whyNot.Is(AccessRefusals.NotAllowed) => "WhyNot.Role",
        not null when whyNot.Is(CasesRefusals.OwnRequest) => "WhyNot.Own",
        not null when whyNot.Is(CasesRefusals.AboveLimit) => "WhyNot.Limit",
        not null when whyNot.Is(CasesRefusals.AlreadyDecided) => "WhyNot.Voted",
        not null when whyNot.Is(CasesRefusals.TooLate) => "WhyNot.Late",
        _ => null,
    };

    /// <summary>The queue, which says what became of the request that was just decided on.</summary>
    public static string DecidedAddress(long approvalId) => "/approvals?decided=" + approvalId.ToString(CultureInfo.InvariantCulture);

    /// <summary>What comes in cash, then what the vouchers are worth. None where one of them is not known: the others would look like all.</summary>
    private static IReadOnlyList<Money> WithVouchers(PartnerQuote quote) =>
        quote.HasEveryPart && quote.Vouchers.All(v => v.Worth is not null) ? [.. quote.EstimatedBack, .. quote.Vouchers.Select(v => v.Worth).OfType<Money>()] : [];
}
