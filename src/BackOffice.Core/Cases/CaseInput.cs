using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace BackOffice.Core.Cases;

/// <summary>Everything that can happen to a case: a closed list. <see cref="Kind"/> is the timeline's stored word for it.</summary>
/// <param name="Kind">Stable; its sentence is the text <c>Timeline.{Kind}</c>, filled with <see cref="Arguments"/>.</param>
public abstract record CaseInput(string Kind)
{
    /// <summary>Amounts, codes and reasons for the sentence. No personal data.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>What was seen, sent or answered, masked; shown when the line is opened.</summary>
    public string? Detail { get; init; }

    /// <summary>The order's number; behind it that of the case that it goes on from, where there is one.</summary>
    public sealed record Opened() : CaseInput("opened");

    public sealed record Taken() : CaseInput("taken");

    /// <summary>A colleague told the customer until when something happens. Moves nothing.</summary>
    /// <param name="On">The last day of it, without a zone.</param>
    public sealed record Promised(DateOnly On) : CaseInput("promised")
    {
        /// <summary>What was said, where it is worth keeping.</summary>
        public string? Said { get; init; }
    }

    /// <summary>A fresh quote that could be sent.</summary>
    /// <param name="FiguresChanged">Something that a person decided on differs from the quote before.</param>
    public sealed record QuoteGiven(bool FiguresChanged) : CaseInput("quoted");

    /// <summary>The partner says it cannot be voided, by flag or by code.</summary>
    public sealed record QuoteRefused() : CaseInput("quote-refused");

    public sealed record ApprovalAsked() : CaseInput("approval-asked");

    /// <param name="Complete">All the approvals that the rules ask for are there.</param>
    public sealed record Approved(bool Complete) : CaseInput("approved");

    public sealed record Declined() : CaseInput("declined");

    public sealed record RequestWithdrawn() : CaseInput("request-withdrawn");

    /// <summary>The window, less the margin, closed on the request.</summary>
    public sealed record RequestExpired() : CaseInput("request-expired");

    /// <summary>Sent within the sender's own limit.</summary>
    public sealed record SendPermitted() : CaseInput("send-permitted");

    public sealed record Claimed() : CaseInput("sending");

    /// <summary>The check right before the call said no; nothing left the house.</summary>
    /// <param name="StillPossible">The fresh quote can be sent after a new decision.</param>
    public sealed record Stopped(bool StillPossible) : CaseInput("stopped-before-sending");

    public sealed record SendAccepted(PartnerProgress Progress) : CaseInput("accepted");

    public sealed record SendRefused() : CaseInput("send-refused");

    public sealed record SendUnknown() : CaseInput("send-unknown");

    /// <summary>A read found the partner's case for this order.</summary>
    public sealed record PartnerFound(PartnerProgress Progress) : CaseInput("partner-found");

    /// <summary>A read found nothing, or not enough; the question goes on.</summary>
    public sealed record NothingFound() : CaseInput("nothing-found");

    public sealed record StatusSeen(PartnerProgress Progress) : CaseInput("status");

    public sealed record DecidedNotSent() : CaseInput("decided-not-sent");

    public sealed record DecidedSent(PartnerProgress Progress) : CaseInput("decided-sent");

    /// <summary>A person made the refund at the partner's and typed its number; the look-up confirmed it.</summary>
    public sealed record RecordedByHand(PartnerProgress Progress) : CaseInput("recorded-by-hand");

    /// <summary>A person saw what came back on the agency's card.</summary>
    public sealed record AmountSeen() : CaseInput("amount-seen");

    public sealed record ClosedByPerson() : CaseInput("closed-by-hand");

    /// <summary>The reason; behind it the number of the case that goes on in its place, where there is one.</summary>
    public sealed record Withdrawn() : CaseInput("withdrawn");

    internal static IReadOnlyList<string> Words(params object?[] values) =>
        [.. values.Select(v => v switch { null => "–", Refusal refusal => refusal.Name, _ => Convert.ToString(v, System.Globalization.CultureInfo.InvariantCulture) ?? "–" })];
}
