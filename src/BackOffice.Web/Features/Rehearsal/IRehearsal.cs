using BackOffice.Core.Access;
using BackOffice.Core.Values;

namespace BackOffice.Web.Features.Rehearsal;

/// <summary>The stage behind the screens: stand-ins and a clock that can be moved. Off in Live, where every list is empty.</summary>
public interface IRehearsal
{
    bool IsOn { get; }

    /// <summary>Who can sign in, with the password that is no secret.</summary>
    IReadOnlyList<CastMember> Cast { get; }

    /// <summary>Orders that were set up to show something, in the reader's language.</summary>
    IReadOnlyList<StagedOrder> Orders { get; }

    /// <summary>Card payments that were set up to show something, in the reader's language.</summary>
    IReadOnlyList<StagedPayment> Payments { get; }

    /// <summary>The partner's stand-in; null in Live.</summary>
    IStagedPartner? Partner { get; }

    /// <summary>How far the desk's clock is ahead of the real one.</summary>
    TimeSpan Offset { get; }

    /// <summary>Until disposed, <paramref name="moved"/> is called after the clock was moved.</summary>
    IDisposable OnMoved(Action moved);

    void Advance(TimeSpan time);

    void Reset();
}

public sealed record CastMember(string Email, string Password, string Name, Role Role)
{
    public Money? SendLimit { get; init; }
}

/// <param name="Title">The situation, in a few words.</param>
/// <param name="Expectation">What happens to somebody who tries to void it.</param>
public sealed record StagedOrder(string OrderNo, string Pnr, string Carrier, string Title, string Expectation);

/// <param name="TradeNo">22 digits, for the form of a card refund.</param>
/// <param name="PaidOn">As the stand-in has it.</param>
/// <param name="Expectation">What happens to somebody who refunds it.</param>
public sealed record StagedPayment(string TradeNo, Money Total, DateOnly PaidOn, string Title, string Expectation);
