namespace BackOffice.Sandbox;

/// <summary>A void as the partner keeps it.</summary>
public sealed record VoidState(string OrderNo, string VoidCode, int Status, string CancelReason, DateTimeOffset SubmittedAt);

/// <summary>A refund as the partner keeps it.</summary>
/// <param name="Passengers">Those it takes, as <c>LAST/FIRST</c>.</param>
public sealed record RefundState(
    string OrderNo, string RefundCode, int Status, string CancelReason, DateTimeOffset SubmittedAt, IReadOnlyList<string> Passengers);
