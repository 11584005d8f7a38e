using BackOffice.Core.Values;

namespace BackOffice.Core.Orders;

/// <summary>What a question to the partner ended in. "No answer" is a result of its own, next to yes and no.</summary>
public abstract record PartnerAnswer<T>
{
    private PartnerAnswer()
    {
    }

    /// <param name="Raw">The masked answer for the case's records.</param>
    public sealed record Answered(T Value, string Raw) : PartnerAnswer<T>;

    /// <param name="Refusal">Named by the code, with the raw code on it.</param>
    public sealed record Refused(Refusal Refusal, int Code, string Raw) : PartnerAnswer<T>;

    /// <param name="Reason">A stable word for logs and screens: <c>timeout</c>, <c>connection</c>, <c>http-503</c>, <c>unreadable</c>, <c>throttled</c>.</param>
    public sealed record NoAnswer(string Reason) : PartnerAnswer<T>;
}
