using BackOffice.Core.Values;

namespace BackOffice.Core.Ledger;

/// <summary>
/// One send permit: one intended call that moves money, stored with its exact body before it is made. At most one request leaves the house
/// for it, and nothing ever puts it back to planned.
/// </summary>
public sealed class Attempt
{
    private Attempt()
    {
    }

    public Guid Id { get; private set; }
    public long CaseId { get; private set; }
    public CaseKind Kind { get; private set; }
    public string OrderNo { get; private set; } = "";
    public AttemptState State { get; private set; }

    /// <summary>Its call may still be made, or nobody knows of it yet, or the partner is at it.</summary>
    public bool IsLive { get; private set; }

    /// <summary>What it is about: the order, or the card payment.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>Carried out by a person at the partner's: the sender never claims it.</summary>
    public bool IsByHand { get; private set; }

    /// <summary>
    /// What no second permit may exist for, for the unique index: its subject. A refund that was accepted lets go of it, so that other passengers
    /// can be refunded; a void never does before its end.
    /// </summary>
    public string? Holds { get; private set; }
    public int Version { get; private set; }
    public DateTimeOffset PlannedAt { get; private set; }

    /// <summary>Who wanted it sent.</summary>
    public Guid RequestedById { get; private set; }
    public string RequestedByName { get; private set; } = "";

    /// <summary>The approval it rests on; null where it was within the sender's own limit.</summary>
    public long? ApprovalId { get; private set; }

    /// <summary>What was decided on; the quote right before the call must have the same.</summary>
    public string Fingerprint { get; private set; } = "";
    public Money? Amount { get; private set; }

    /// <summary>The exact bytes of the request. Written anew with the newest offer id in the claim, and never after it.</summary>
    public string Body { get; private set; } = "";
    public string BodyHash { get; private set; } = "";
    public DateTimeOffset? ClaimedAt { get; private set; }
    public string? ClaimedBy { get; private set; }

    /// <summary>After this instant a call without an outcome is unknown.</summary>
    public DateTimeOffset? LeaseUntil { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Stable word for the outcome: the refusal's name, or why it is unknown.</summary>
    public string? OutcomeReason { get; private set; }

    /// <summary>The masked answer.</summary>
    public string? Answer { get; private set; }

    /// <summary>What the partner calls the case that the call opened; of an abandoned or refused one what proof named after all.</summary>
    public string? PartnerRef { get; private set; }

    /// <summary>
    /// Of a card refund whose call is not answered, or that a person took for lost, or AsiaBill refused: the number that a notice named for it. What to ask about, and no
    /// evidence of anything; null once AsiaBill has answered about it.
    /// </summary>
    public string? NamedRef { get; private set; }

    /// <summary>When <see cref="NamedRef"/> is asked about next, and how often it was.</summary>
    public DateTimeOffset? AskAt { get; private set; }
    public int Asks { get; private set; }

    /// <summary>How often AsiaBill said of <see cref="NamedRef"/> that it is another payment's, or that it knows none.</summary>
    public int Denials { get; private set; }

    public static Attempt Plan(Guid id, CaseKind kind, long caseId, string orderNo, Intent intent, DateTimeOffset now, string? subject = null, bool isByHand = false)
    {
        var attempt = new Attempt
        {
            Id = id, Kind = kind, CaseId = caseId, OrderNo = orderNo, Subject = subject ?? orderNo, Holds = subject ?? orderNo, IsByHand = isByHand, State = AttemptState.Planned, IsLive = true, PlannedAt = now,
            RequestedById = intent.RequestedById, RequestedByName = intent.RequestedByName, ApprovalId = intent.ApprovalId,
            Fingerprint = intent.Fingerprint, Amount = intent.Amount,
        };
        attempt.Write(intent.Body);
        return attempt;
    }

    /// <summary>Planned → sending, with the bytes that will go out. The caller commits before it calls.</summary>
    public bool Claim(string worker, string body, DateTimeOffset now, TimeSpan lease)
    {
        if (State != AttemptState.Planned || IsByHand)
        {
            return false;
        }

        Write(body);
        (ClaimedAt, ClaimedBy, LeaseUntil) = (now, worker, now + lease);
        Move(AttemptState.Sending);
        return true;
    }

    /// <summary>Planned → cancelled: nothing left the house.</summary>
    public bool Cancel(string reason)
    {
        if (State != AttemptState.Planned)
        {
            return false;
        }

        OutcomeReason = reason;
        Move(AttemptState.Cancelled);
        return true;
    }

    /// <summary>
    /// Planned → cancelled, because nothing left the house; → abandoned where nobody can see from here whether it was carried out: what was a person's to
    /// carry out, or what may have been sent since its backup.
    /// </summary>
    /// <param name="why">Of a cancelled one; an abandoned one keeps the word that ended it.</param>
    /// <param name="mayHaveLeft">Of a card refund only: it came with a backup, and AsiaBill cannot be asked whether it was sent since.</param>
    public bool TakeBack(string why, DateTimeOffset now, bool mayHaveLeft = false) => IsByHand || mayHaveLeft
        ? State == AttemptState.Planned && Conclude(AttemptState.Abandoned, PersonsWords.TextOf(PersonsWord.TakenBack), null, null, now)
        : Cancel(why);

    /// <summary>Records what a call ended in, or what evidence or a person said of an unknown one. Final answers are not overwritten.</summary>
    public bool Conclude(AttemptState outcome, string? reason, string? answer, string? reference, DateTimeOffset now)
    {
        var may = (State, outcome) switch
        {
            (AttemptState.Sending, AttemptState.Accepted or AttemptState.Refused or AttemptState.Unknown) => true,
            (AttemptState.Unknown, AttemptState.Accepted or AttemptState.Refused or AttemptState.Abandoned) => true,
            (AttemptState.Accepted, AttemptState.Settled) => true,
            (AttemptState.Planned, AttemptState.Accepted) => IsByHand,
            (AttemptState.Planned, AttemptState.Abandoned) => IsByHand || Kind == CaseKind.CardRefund,
            _ => false,
        };
        if (!may)
        {
            return false;
        }

        AnsweredAt ??= now;
        OutcomeReason = reason ?? OutcomeReason;
        Answer = answer ?? Answer;
        PartnerRef = reference ?? PartnerRef;
        if (outcome is AttemptState.Accepted or AttemptState.Refused)
        {
            DropName();
        }

        Move(outcome);
        return true;
    }

    /// <summary>A notice named its number: it is asked about whatever becomes of the case meanwhile.</summary>
    public void Name(string reference, DateTimeOffset now)
    {
        (NamedRef, AskAt, Asks, Denials) = (reference, now, 0, 0);
        Version++;
    }

    /// <summary>AsiaBill was asked about the number and did not tell.</summary>
    /// <param name="isDenied">It said that it is another payment's, or that it knows none.</param>
    public void AskAgainAt(DateTimeOffset next, bool isDenied)
    {
        (AskAt, Asks, Denials) = (next, Asks + 1, Denials + (isDenied ? 1 : 0));
        Version++;
    }

    /// <summary>Asks sooner than by plan; nothing else changes.</summary>
    public void AskNoLaterThan(DateTimeOffset soonest)
    {
        if (NamedRef is not null && AskAt > soonest)
        {
            AskAt = soonest;
            Version++;
        }
    }

    /// <summary>The number was answered about, or a person has ended the question: there is nothing to ask about any more.</summary>
    public void DropName()
    {
        if (NamedRef is not null)
        {
            (NamedRef, AskAt, Asks, Denials) = (null, null, 0, 0);
            Version++;
        }
    }

    /// <summary>
    /// A person's word ended it, or the partner's own no, and the partner has it after all: from now on it counts as given. It stays where it is,
    /// because its case may have gone on without it.
    /// </summary>
    public void Prove(string reference)
    {
        if (State is AttemptState.Abandoned or AttemptState.Refused)
        {
            PartnerRef ??= reference;
            DropName();
            Version++;
        }
    }

    private void Write(string body)
    {
        Body = body;
        BodyHash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(body)));
    }

    private void Move(AttemptState next)
    {
        State = next;
        IsLive = AttemptStates.IsLive(next);
        Holds = AttemptStates.Holds(Kind, next) ? Subject : null;
        Version++;
    }
}

/// <summary>What is to be sent and on whose word.</summary>
public sealed record Intent(Guid RequestedById, string RequestedByName, long? ApprovalId, string Fingerprint, Money? Amount, string Body);
