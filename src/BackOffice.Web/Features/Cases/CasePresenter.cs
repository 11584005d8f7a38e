using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Backups;
using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Reconciliation;
using BackOffice.Core.Recovery;
using BackOffice.Core.Values;

namespace BackOffice.Web.Features.Cases;

/// <summary>
/// What the page of a case shows and offers: which step, what may be done now, and why something may not. It asks the same rules as the
/// use cases do, so that a button and its refusal say the same; what it says is courtesy, the use cases decide.
/// </summary>
/// <param name="isRecovering">The database was put back, and not every open case has been asked about yet.</param>
public sealed class CasePresenter(CaseView view, bool isRecovering = false)
{
    private static readonly PartnerProgress Anything = new() { PartnerRef = "" };

    public CaseView View { get; } = view;

    public bool IsRecovering { get; } = isRecovering;

    public CaseState State => View.Row.State;

    public CaseKind Kind => View.Row.Kind;

    /// <summary>Whose tickets: everybody's of a void, the chosen ones' of a refund, also of somebody whom the order no longer names so.</summary>
    public IReadOnlyList<OrderPassenger> Passengers => View.Wish is { } wish
        ? [.. wish.Passengers.Select(c => View.Order.Passengers.FirstOrDefault(c.IsSame) ?? new OrderPassenger(c.LastName, c.FirstName, PassengerType.Other))]
        : View.Order.Passengers;

    /// <summary>Passengers whose tickets stay as they are.</summary>
    public IReadOnlyList<OrderPassenger> Staying => View.Wish is { } wish ? [.. View.Order.Passengers.Where(p => !wish.Passengers.Any(c => c.IsSame(p)))] : [];

    /// <summary>Where a passenger stands in the order, from one; null where there is no need to tell them apart.</summary>
    public int? NumberOf(OrderPassenger passenger) => View.Order.NumberOf(passenger);

    /// <summary>The airline decides what comes back: an amount beside it is no quote.</summary>
    public bool IsUnquoted => View.Quote is { Content.Sureness: QuoteSureness.CannotQuote };

    /// <summary>What it means for the customer that nothing, or not all, comes as cash. Of quotes in cash there is no such text.</summary>
    public static string LoudKeyOf(PartnerQuote quote) => quote.CashBesideVoucher.Count > 0 ? "Method.Voucher.LoudBeside" : $"Method.{quote.Method}.Loud";

    /// <summary>The submission that may stand in the way of this one: another case of the order that the partner has, or that is on its way there.</summary>
    public CaseRow? Existing => View.OtherCases.FirstOrDefault(c => c.PartnerRef is not null && !CaseStates.IsFinal(c.State))
        ?? View.OtherCases.FirstOrDefault(c => c.PartnerRef is not null || !CaseStates.IsFinal(c.State));

    /// <summary>The number of the case that goes on in the place of this one.</summary>
    public string? GoesOnAs => View.Timeline.FirstOrDefault(e => e.Kind == "withdrawn")?.Arguments is [_, var number] ? number : null;

    /// <summary>The number of the case that this one goes on from.</summary>
    public string? CameFrom => View.Timeline.FirstOrDefault(e => e.Kind == "opened")?.Arguments is [_, var number] ? number : null;

    public bool IsUnknown => State == CaseState.OutcomeUnknown;

    /// <summary>Something left the house, or is about to: the steps before are a record from then on. Nothing of a withdrawn case did, whatever was tried.</summary>
    public bool IsBeyondAsking => State is CaseState.Queued or CaseState.Sending or CaseState.OutcomeUnknown or CaseState.Following
        || (View.Row.SentAt is not null && CaseStates.IsFinal(State) && State != CaseState.Withdrawn);

    /// <summary>The window still says how long there is to act.</summary>
    public bool IsClockRunning => CaseStates.IsBeforeSending(State) || IsUnknown;

    public bool IsMine => View.Row.OwnerId == View.Rights.UserId;

    /// <summary>Whether the reader works cases at all; who only reads is told once, not at every button.</summary>
    public bool MayWork => View.Rights.May(Permission.WorkCases);

    public bool MaySeePersonalData => View.Rights.May(Permission.SeePersonalData);

    /// <summary>The step that belongs to the state.</summary>
    public CaseStep DefaultStep => State switch
    {
        CaseState.AwaitingApproval => CaseStep.Check,
        CaseState.Queued or CaseState.Sending or CaseState.OutcomeUnknown or CaseState.Following => CaseStep.Follow,
        _ => CaseStates.IsFinal(State) && CanReach(CaseStep.Follow) ? CaseStep.Follow : CaseStep.Quote,
    };

    /// <summary>The step to show for what the address asks.</summary>
    public CaseStep Shown(CaseStep? asked) => asked is { } step && CanReach(step) ? step : DefaultStep;

    public bool CanReach(CaseStep step) => step switch
    {
        CaseStep.Quote => true,
        // Where one way was refused the others are all the more worth a look.
        CaseStep.Compare => View.Card is null && (View.Quote is not null || CanCompareUnquoted),
        CaseStep.Check => View.Quote is not null && State is CaseState.Quoted or CaseState.AwaitingApproval,
        CaseStep.Follow => IsBeyondAsking || View.Row.PartnerRef is not null,
    };

    /// <summary>There is no quote, because the partner refused it, and nothing has been sent.</summary>
    public bool CanCompareUnquoted => View is { Quote: null, Card: null } && State == CaseState.Open && LastNo is not null;

    /// <summary>The one next action, or null where there is nothing for this person to do but wait.</summary>
    public CaseAct? Main
    {
        get
        {
            CaseAct? act = State switch
            {
                CaseState.Open => CaseAct.Quote,
                CaseState.Quoted when WhyGated() is { } no => no.Is(CasesRefusals.QuoteTooOld) ? CaseAct.Quote : null,
                CaseState.Quoted => View.ApprovalsNeeded == 0 ? CaseAct.Send : CaseAct.AskForApproval,
                _ => null,
            };
            // A send that a recovery holds is still what comes next: its step says why it waits, and that a colleague can be asked meanwhile.
            return act is { } found && (WhyNot(found) is not { } why || why.Is(RestoreGate.SendingHeld)) ? found : null;
        }
    }

    /// <summary>Why this cannot be done now by this person, or null where it can.</summary>
    public Refusal? WhyNot(CaseAct act)
    {
        var needed = PermissionFor(act);
        return View.Rights.May(needed) ? WhyNotNow(act) : AccessRefusals.NotAllowed.With(needed.ToString());
    }

    /// <summary>The endings of an unknown outcome, each with why this person cannot choose it now.</summary>
    public IReadOnlyList<UnknownChoice> Decisions =>
    [
        new(UnknownDecision.Sent, WhyNot(CaseAct.DecideSent)),
        new(UnknownDecision.NotSent, WhyNot(CaseAct.DecideNotSent)),
        new(UnknownDecision.Close, WhyNot(CaseAct.CloseByHand)),
    ];

    /// <summary>The partner's last no, or that of the check before sending, as it was named. What our own books refuse has no partner's code.</summary>
    public Refusal? LastNo => View.LastRefusal is { } name
        ? new Refusal(name, View.LastRefusalCode is not null || IsPartners(name) ? RefusalKind.Partner : RefusalKind.NotNow) { PartnerCode = View.LastRefusalCode }
        : null;

    /// <summary>The last no does not say that nothing was sent: it may have been, before the database was put back.</summary>
    public bool IsInDoubt => View.LastRefusal is { } no && RecoveryRefusals.LeavesDoubt(no);

    /// <summary>Why this person may not decide on the waiting request; null where they may, or where none waits.</summary>
    public Refusal? WhyNotDecide => Waiting is { } request
        ? ApprovalRules.WhyNot(View.Rights, new ApprovalFacts(request.RequestedById, request.Amount, [.. request.Votes.Select(v => v.ById)]))
        : null;

    public ApprovalRequest? Waiting => View.Request is { State: ApprovalState.Waiting } request ? request : null;

    /// <summary>The next instant at which something may be done, or no longer, though nothing happens; null where there is none.</summary>
    public DateTimeOffset? TurnsAt
    {
        get
        {
            var moments = new List<DateTimeOffset?>();
            if (CaseStates.IsBeforeSending(State))
            {
                moments.Add(View.Row.DeadlineAt - View.Desk.SafetyMargin);
                moments.Add(State == CaseState.Quoted ? View.QuotedAt + View.Desk.QuoteGoodFor + TimeSpan.FromMilliseconds(1) : null);
            }

            moments.Add(IsUnknown ? View.Row.UnknownSince + View.Desk.QuietPeriod : null);
            return moments.Where(m => m > View.Now).Min();
        }
    }

    /// <summary>As the reader may see a passenger.</summary>
    public string NameOf(string last, string first) => PassengerName.Of(last, first, MaySeePersonalData);

    private Refusal? WhyNotNow(CaseAct act) => act switch
    {
        CaseAct.Quote => WhyNotBy(new CaseInput.QuoteRefused()),
        CaseAct.AskForApproval => WhyNotBy(new CaseInput.ApprovalAsked()) ?? WhyGated(),
        CaseAct.Send => WhyNotBy(new CaseInput.SendPermitted()) ?? WhyGated() ?? (View.ApprovalsNeeded == 0 ? WhyHeld : CasesRefusals.ApprovalNeeded),
        CaseAct.WithdrawRequest => WhyNotBy(new CaseInput.RequestWithdrawn()),
        CaseAct.WithdrawCase => WhyNotBy(new CaseInput.Withdrawn()) ?? WithdrawalRules.WhyNot(View.Row.HintedRef, View.Rights) ?? WhyInDoubt,
        CaseAct.ContinueAsRefund => Kind == CaseKind.Void ? WhyNotBy(new CaseInput.Withdrawn()) ?? WhyInDoubt : CasesRefusals.NotAVoid,
        CaseAct.Take => WhyNotBy(new CaseInput.Taken()),
        CaseAct.AskAtlasNow when CaseWords.IsMute(View.Row) => CasesRefusals.NoNumberYet,
        CaseAct.AskAtlasNow => State is CaseState.Following or CaseState.OutcomeUnknown ? null : CaseStates.IsFinal(State) ? CasesRefusals.Closed : CasesRefusals.NotSentYet,
        CaseAct.DecideNotSent => WhyNotBy(new CaseInput.DecidedNotSent())
            ?? UnknownRules.WhyNotSentIsTooEarly(View.Row.Kind, View.Now, View.Row.UnknownSince, View.Row.ClearNothings, View.Desk.QuietPeriod, View.Row.HintedRef),
        CaseAct.DecideSent => WhyNotBy(new CaseInput.DecidedSent(Anything)),
        CaseAct.CloseByHand => WhyNotBy(new CaseInput.ClosedByPerson()),
        CaseAct.Note => null,
    };

    private Refusal? WhyHeld => IsRecovering ? RestoreGate.SendingHeld : null;

    private Refusal? WhyInDoubt => IsRecovering ? RestoreGate.InDoubt : null;

    private Refusal? WhyNotBy(CaseInput input) => CaseMachine.Decide(new CaseFacts(State, View.Row.Payment, View.Row.Flag is not null, View.Row.Kind, View.Row.IsByHand), input).Refusal;

    private Refusal? WhyGated() =>
        SendGate.WhyNot(new SendFacts(View.Now, View.Row.DeadlineAt, View.Fingerprint, View.Fingerprint ?? "", View.QuotedAt, View.Desk));

    private static bool IsPartners(string name) => name.Split('.')[0] is "void" or "refund" or "orders";

    private static Permission PermissionFor(CaseAct act) => act switch
    {
        CaseAct.Send => Permission.SendWithinLimit,
        CaseAct.DecideNotSent or CaseAct.DecideSent or CaseAct.CloseByHand => Permission.DecideUnknown,
        CaseAct.Note => Permission.AddNotes,
        CaseAct.Quote or CaseAct.AskForApproval or CaseAct.WithdrawRequest or CaseAct.WithdrawCase or CaseAct.ContinueAsRefund or CaseAct.Take or CaseAct.AskAtlasNow => Permission.WorkCases,
    };
}
