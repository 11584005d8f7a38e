using Simulation.Engine;

namespace Simulation.Partner;

/// <summary>How the partner behaves where its pages leave it open. Drawn for each schedule.</summary>
internal sealed record Customs
{
    /// <summary>A quotation for an order that has a void says so by a code; in the other world it quotes on.</summary>
    public required bool QuoteTellsOfVoids { get; init; }

    /// <summary>How long an accepted void stays invisible to queries and quotations.</summary>
    public required TimeSpan VisibleAfter { get; init; }

    public required bool QueriesCarryOffers { get; init; }

    /// <summary>Refunds are shown to whoever knows their code, and to nobody else.</summary>
    public required bool RefundQueriesNeedCode { get; init; }

    /// <summary>The worst partner there can be: it takes a second submission for the same order.</summary>
    public required bool AcceptsTwice { get; init; }

    public required bool OnlyNewestOffer { get; init; }

    public required int PaymentMethod { get; init; }

    public required bool QuoteNamesDeadline { get; init; }

    /// <summary>Where a void stands at the moment in which it is taken; the answer to the submission says so.</summary>
    public required int StandsAtOnce { get; init; }

    /// <summary>AsiaBill writes its yes in two ways.</summary>
    public required string CardYes { get; init; }

    /// <summary>Where a card refund stands at the moment in which it is taken: 0 pending, 1 success, 2 fail.</summary>
    public required int CardStandsAtOnce { get; init; }

    /// <summary>AsiaBill's notices carry our own number of the refund.</summary>
    public required bool CardNoticesNameOurs { get; init; }

    public static Customs Draw(Dice dice)
    {
        var payment = dice.Pick<int>([1, 1, 1, 1, 3, 3, 5], 0, Purpose.Books, 6);
        return new Customs
        {
            QuoteTellsOfVoids = dice.Chance(700, 0, Purpose.Books, 1),
            VisibleAfter = TimeSpan.FromSeconds(dice.Pick<int>([0, 0, 0, 20, 120, 300], 0, Purpose.Books, 2)),
            QueriesCarryOffers = dice.Chance(700, 0, Purpose.Books, 3),
            AcceptsTwice = dice.Chance(600, 0, Purpose.Books, 4),
            OnlyNewestOffer = dice.Chance(300, 0, Purpose.Books, 5),
            PaymentMethod = payment,
            QuoteNamesDeadline = dice.Chance(800, 0, Purpose.Books, 7),
            RefundQueriesNeedCode = dice.Chance(300, 0, Purpose.Books, 14),
            CardYes = dice.Chance(500, 0, Purpose.Books, 10) ? "0000" : "00000",
            CardStandsAtOnce = dice.Chance(250, 0, Purpose.Books, 11) ? dice.Pick<int>([1, 2], 0, Purpose.Books, 12) : 0,
            CardNoticesNameOurs = dice.Chance(700, 0, Purpose.Books, 13),
            StandsAtOnce = dice.Chance(250, 0, Purpose.Books, 8) ? dice.Pick(EndingsOf(payment), 0, Purpose.Books, 9) : 0,
        };
    }

    /// <summary>The numbers that may end a void of an order that was paid like this.</summary>
    public static ReadOnlySpan<int> EndingsOf(int paymentMethod) => paymentMethod switch
    {
        1 => [2, 2, 2, 4],
        3 => [5, 5, 4, 6],
        _ => [2, 5, 4, 6],
    };
}
