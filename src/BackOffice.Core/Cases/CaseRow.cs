using System.Linq.Expressions;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace BackOffice.Core.Cases;

/// <summary>A case as lists show it. No names of passengers.</summary>
public sealed record CaseRow
{
    public required long Id { get; init; }
    public required string Number { get; init; }
    public CaseKind Kind { get; init; }
    public required string OrderNo { get; init; }
    public string? AirlinePnr { get; init; }
    public string? Airline { get; init; }
    public required string Route { get; init; }
    public DateOnly? DepartsOn { get; init; }
    public required int PassengerCount { get; init; }
    public required PaymentMethod Payment { get; init; }
    public required CaseState State { get; init; }
    public int? PartnerStatus { get; init; }
    public string? PartnerRef { get; init; }
    public Money? AtStake { get; init; }
    public DateTimeOffset? DeadlineAt { get; init; }
    public Deadline? Deadline { get; init; }
    public required Guid OwnerId { get; init; }
    public required string OwnerName { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
    public string? Flag { get; init; }
    public string? UnknownReason { get; init; }
    public DateTimeOffset? UnknownSince { get; init; }
    public DateTimeOffset? NextAskAt { get; init; }
    public int Asks { get; init; }
    public int ClearNothings { get; init; }
    public DateTimeOffset? SentAt { get; init; }
    public DateOnly? PromisedOn { get; init; }

    /// <summary>What was permitted is carried out by a person at the partner's, not by the sender.</summary>
    public bool IsByHand { get; init; }

    /// <summary>Of a card refund of which nobody knows: the number that a notice named.</summary>
    public string? HintedRef { get; init; }

    /// <summary>Of the quote that the case rests on; null where it rests on none, and in lists, which do not read it.</summary>
    public RefundMethod? Method { get; init; }

    /// <summary>Where what comes back goes; as the payment says where the method was not read.</summary>
    public RefundTarget BackTo => RefundTargets.Of(Payment, Method);

    /// <summary>No other case of the order can be opened while this one stands as it does.</summary>
    public bool HoldsOrder => Kind != CaseKind.CardRefund && CaseHolds.Of(Kind, OrderNo, State) is not null;

    public static Expression<Func<Case, CaseRow>> Projection { get; } = c => new CaseRow
    {
        Id = c.Id, Number = c.Number, Kind = c.Kind, OrderNo = c.OrderNo, AirlinePnr = c.AirlinePnr, Airline = c.Airline, Route = c.Route, DepartsOn = c.DepartsOn,
        PassengerCount = c.PassengerCount, Payment = c.Payment, State = c.State, PartnerStatus = c.PartnerStatus, PartnerRef = c.PartnerRef, AtStake = c.AtStake,
        DeadlineAt = c.DeadlineAt, Deadline = c.Deadline, OwnerId = c.OwnerId, OwnerName = c.OwnerName, OpenedAt = c.OpenedAt, ChangedAt = c.ChangedAt,
        Flag = c.Flag, UnknownReason = c.UnknownReason, UnknownSince = c.UnknownSince, NextAskAt = c.NextAskAt, Asks = c.Asks,
        ClearNothings = c.ClearNothings, SentAt = c.SentAt, PromisedOn = c.PromisedOn, IsByHand = c.IsByHand, HintedRef = c.HintedRef,
    };
}
