namespace BackOffice.Core.Values;

/// <summary>What a case asks of a partner.</summary>
public enum CaseKind
{
    /// <summary>The whole order is taken back within the airline's window.</summary>
    Void = 0,

    /// <summary>Tickets of some or all passengers are given back by the airline's rules.</summary>
    Refund = 1,

    /// <summary>The customer's own card payment is given back: the second leg of a void or a refund.</summary>
    CardRefund = 2,
}

public static class CaseKinds
{
    public static IReadOnlyList<CaseKind> All { get; } = Enum.GetValues<CaseKind>();

    /// <summary>The stored word; also the first part of the audit's actions: <c>void.sending</c>.</summary>
    public static string TextOf(CaseKind kind) => kind switch
    {
        CaseKind.Void => "void",
        CaseKind.Refund => "refund",
        CaseKind.CardRefund => "card",
    };

    public static CaseKind Read(string text) => All.Single(k => TextOf(k) == text);

    /// <summary>The letter that the case's number begins with.</summary>
    public static char LetterOf(CaseKind kind) => kind switch
    {
        CaseKind.Void => 'V',
        CaseKind.Refund => 'R',
        CaseKind.CardRefund => 'C',
    };
}
