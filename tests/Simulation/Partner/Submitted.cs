namespace Simulation.Partner;

/// <summary>A void, a refund or a card refund that its partner has taken.</summary>
/// <param name="code">The partner's own; no two have the same.</param>
/// <param name="offer">What it was submitted with: the offer, or of a card refund our own number.</param>
internal sealed class Submitted(string code, string? offer, Figures figures, DateTimeOffset visibleAt)
{
    public string Code { get; } = code;

    public string? Offer { get; } = offer;

    public Figures Figures { get; } = figures;

    public DateTimeOffset VisibleAt { get; set; } = visibleAt;

    public int Status { get; set; }

    /// <summary>Where it stood before, the oldest first: a notice that comes late may tell of that.</summary>
    public IReadOnlyList<int> Earlier { get; private set; } = [];

    public bool IsVoid { get; init; }

    /// <summary>Of a void or a refund.</summary>
    public IReadOnlyList<string> Passengers { get; init; } = [];

    /// <summary>Of a card refund: the payment.</summary>
    public string? TradeNo { get; init; }

    /// <summary>Submitted by somebody in the partner's own portal.</summary>
    public bool IsForeign { get; init; }

    /// <summary>AsiaBill has told of it.</summary>
    public bool IsTold { get; set; }

    /// <summary>Of a card refund: by which notices, with our own number, AsiaBill has told of it; the SHA-256 of their bytes.</summary>
    public IReadOnlyList<string> ToldAs { get; set; } = [];

    /// <summary>How often a question about it was answered with another payment's.</summary>
    public int Denials { get; set; }

    /// <summary>Nothing came of it: the order, or the payment, is as it was.</summary>
    public bool IsDead => TradeNo is null ? Status is 4 or 6 : Status is 2;

    public void MoveTo(int status)
    {
        if (status != Status)
        {
            Earlier = [.. Earlier, Status];
            Status = status;
        }
    }

    public Submitted Copy() => new(Code, Offer, Figures, VisibleAt)
    {
        Status = Status, IsVoid = IsVoid, Passengers = Passengers, TradeNo = TradeNo, IsForeign = IsForeign, IsTold = IsTold, ToldAs = ToldAs, Denials = Denials, Earlier = Earlier,
    };
}
