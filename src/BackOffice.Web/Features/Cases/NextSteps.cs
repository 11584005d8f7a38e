using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace BackOffice.Web.Features.Cases;

/// <summary>The one thing that helps after a no.</summary>
public enum NextStep
{
    /// <summary>A refund of all passengers, for the same reason.</summary>
    OpenRefund,

    /// <summary>The order of the flight, where this one holds only extras.</summary>
    OpenMainOrder,

    /// <summary>A fresh quote; the order is read anew with it.</summary>
    QuoteAgain,

    /// <summary>The submission that stands in the way: our case with it, or the order's page.</summary>
    ShowExisting,

    /// <summary>Nothing was sent: this case ends, and other passengers are chosen from the order as it is now.</summary>
    ChooseAgain,

    /// <summary>The order's page, for a look at what Atlas says of it.</summary>
    OpenOrder,

    /// <summary>The airline itself, with its own page and what opens the booking there.</summary>
    AskAirline,

    /// <summary>Nothing that the person at the screen can mend: the desk's health, for whoever looks after it.</summary>
    TellAdministrator,

    /// <summary>Another search.</summary>
    Search,
}

/// <summary>Which step follows which no. Pure.</summary>
public static class NextSteps
{
    private static readonly Dictionary<string, (NextStep OfVoid, NextStep OfRefund)> Table = new(StringComparer.Ordinal)
    {
        [OrdersRefusals.EmptySearch.Name] = Always(NextStep.Search),
        [OrdersRefusals.SearchTooLong.Name] = Always(NextStep.Search),
        [OrdersRefusals.NotUnderstood.Name] = Always(NextStep.Search),
        [OrdersRefusals.PnrNeedsCarrier.Name] = Always(NextStep.Search),
        [OrdersRefusals.NothingFound.Name] = Always(NextStep.Search),
        [OrdersRefusals.SeveralOrders.Name] = Always(NextStep.Search),
        [OrdersRefusals.SearchContradicts.Name] = Always(NextStep.Search),
        [OrdersRefusals.OrderUnknown.Name] = Always(NextStep.OpenOrder),
        [OrdersRefusals.PartnerSilent.Name] = Always(NextStep.QuoteAgain),
        [OrdersRefusals.StoodStill.Name] = Always(NextStep.QuoteAgain),
        [OrdersRefusals.PartnerAccount.Name] = Always(NextStep.TellAdministrator),
        [OrdersRefusals.PartnerRejectedRequest.Name] = Always(NextStep.TellAdministrator),
        [OrdersRefusals.UnlistedCode.Name] = Always(NextStep.TellAdministrator),

        [OrdersRefusals.NotVoidable.Name] = (NextStep.OpenRefund, NextStep.AskAirline),
        [OrdersRefusals.FareNotVoidable.Name] = (NextStep.OpenRefund, NextStep.AskAirline),
        [OrdersRefusals.WindowClosed.Name] = (NextStep.OpenRefund, NextStep.QuoteAgain),
        [OrdersRefusals.NotAllPassengers.Name] = (NextStep.OpenRefund, NextStep.QuoteAgain),
        [OrdersRefusals.PaymentNotSupported.Name] = (NextStep.OpenRefund, NextStep.AskAirline),
        [OrdersRefusals.AirlineNotCovered.Name] = (NextStep.OpenRefund, NextStep.AskAirline),
        [CasesRefusals.TooLate.Name] = (NextStep.OpenRefund, NextStep.QuoteAgain),
        [OrdersRefusals.AncillaryOrder.Name] = Always(NextStep.OpenMainOrder),
        [OrdersRefusals.OfferExpired.Name] = Always(NextStep.QuoteAgain),
        [OrdersRefusals.SubmissionRunning.Name] = Always(NextStep.QuoteAgain),
        [OrdersRefusals.NotTicketed.Name] = Always(NextStep.QuoteAgain),
        [OrdersRefusals.SegmentUnknown.Name] = Always(NextStep.QuoteAgain),
        [OrdersRefusals.FlightsUnreadable.Name] = Always(NextStep.QuoteAgain),
        [OrdersRefusals.AlreadyVoided.Name] = Always(NextStep.ShowExisting),
        [OrdersRefusals.AlreadyRefunding.Name] = Always(NextStep.ShowExisting),
        [OrdersRefusals.AlreadyRefunded.Name] = Always(NextStep.ShowExisting),
        [OrdersRefusals.RefundClaimExists.Name] = Always(NextStep.ShowExisting),
        [OrdersRefusals.TicketUnknown.Name] = Always(NextStep.OpenOrder),
        [OrdersRefusals.NobodyChosen.Name] = Always(NextStep.ChooseAgain),
        [OrdersRefusals.ChildAlone.Name] = Always(NextStep.ChooseAgain),
        [OrdersRefusals.PassengerUnknown.Name] = Always(NextStep.ChooseAgain),
        [OrdersRefusals.NameDiffers.Name] = Always(NextStep.ChooseAgain),
        [OrdersRefusals.TicketUsed.Name] = Always(NextStep.AskAirline),
        [OrdersRefusals.NotRefundable.Name] = Always(NextStep.AskAirline),
        [OrdersRefusals.JourneyIncomplete.Name] = Always(NextStep.AskAirline),
        [OrdersRefusals.RefundLimitPassed.Name] = Always(NextStep.AskAirline),
    };

    /// <summary>Null where the no is not one of the partner's, nor of the clock.</summary>
    public static NextStep? Of(Refusal refusal, CaseKind kind) => Table.TryGetValue(refusal.Name, out var steps)
        ? kind switch
        {
            CaseKind.Void => (NextStep?)steps.OfVoid,
            CaseKind.Refund => steps.OfRefund,
            // Atlas says nothing of the customer's card.
            CaseKind.CardRefund => null,
        }
        : null;

    /// <summary>Whether the airline's own page belongs beside the step: where Atlas does not do it, the airline may.</summary>
    public static bool ShowsAirline(Refusal refusal, CaseKind kind) =>
        Of(refusal, kind) == NextStep.AskAirline || refusal.Is(OrdersRefusals.PaymentNotSupported) || refusal.Is(OrdersRefusals.AirlineNotCovered);

    private static (NextStep OfVoid, NextStep OfRefund) Always(NextStep step) => (step, step);
}
