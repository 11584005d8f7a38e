using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace Simulation.SmallScope;

/// <summary>
/// What may happen to a case, written down once, by hand, apart from the code. Each row is something that happens, each column a state; a
/// cell is the state that follows, or <c>!</c> and the name of the refusal. <c>by-status</c> is answered by the second table; a star there:
/// the partner said something that cannot be, and a person must look.
/// </summary>
internal static class CaseTable
{
    public const string Moves = """
                                        | open               | quoted             | awaiting-approval     | queued            | sending         | outcome-unknown  | following      | closed
        opened                          | open               | !already-open      | !waiting-for-approval | !about-to-be-sent | !being-sent     | !outcome-unknown | !already-sent  | !closed
        taken                           | open               | quoted             | awaiting-approval     | queued            | sending         | outcome-unknown  | following      | !closed
        quoted same                     | quoted             | quoted             | awaiting-approval     | !about-to-be-sent | !being-sent     | !outcome-unknown | !already-sent  | !closed
        quoted changed                  | quoted             | quoted             | quoted                | !about-to-be-sent | !being-sent     | !outcome-unknown | !already-sent  | !closed
        quote-refused                   | open               | open               | open                  | !about-to-be-sent | !being-sent     | !outcome-unknown | !already-sent  | !closed
        approval-asked                  | !no-quote          | awaiting-approval  | !waiting-for-approval | !about-to-be-sent | !being-sent     | !outcome-unknown | !already-sent  | !closed
        approved partly                 | !not-waiting       | !not-waiting       | awaiting-approval     | !about-to-be-sent | !being-sent     | !outcome-unknown | !already-sent  | !closed
        approved                        | !not-waiting       | !not-waiting       | queued                | !about-to-be-sent | !being-sent     | !outcome-unknown | !already-sent  | !closed
        declined                        | !not-waiting       | !not-waiting       | quoted                | !about-to-be-sent | !being-sent     | !outcome-unknown | !already-sent  | !closed
        request-withdrawn               | !not-waiting       | !not-waiting       | quoted                | quoted            | !being-sent     | !outcome-unknown | !already-sent  | !closed
        request-expired                 | !not-waiting       | !not-waiting       | quoted                | !about-to-be-sent | !being-sent     | !outcome-unknown | !already-sent  | !closed
        send-permitted                  | !no-quote          | queued             | !waiting-for-approval | !about-to-be-sent | !being-sent     | !outcome-unknown | !already-sent  | !closed
        sending                         | !not-sent-yet      | !not-sent-yet      | !not-sent-yet         | sending           | !being-sent     | !outcome-unknown | !already-sent  | !closed
        sending in-hand                 | !not-sent-yet      | !not-sent-yet      | !not-sent-yet         | !not-sent-yet     | !being-sent     | !outcome-unknown | !already-sent  | !closed
        stopped-before-sending voidable | !not-sent-yet      | !not-sent-yet      | !not-sent-yet         | quoted            | !being-sent     | !outcome-unknown | !already-sent  | !closed
        stopped-before-sending          | !not-sent-yet      | !not-sent-yet      | !not-sent-yet         | open              | !being-sent     | !outcome-unknown | !already-sent  | !closed
        accepted                        | !not-sent-yet      | !not-sent-yet      | !not-sent-yet         | !not-sent-yet     | by-status       | by-status        | !already-sent  | !closed
        send-refused                    | !not-sent-yet      | !not-sent-yet      | !not-sent-yet         | !not-sent-yet     | open            | open             | !already-sent  | !closed
        send-unknown                    | !not-sent-yet      | !not-sent-yet      | !not-sent-yet         | !not-sent-yet     | outcome-unknown | !outcome-unknown | !already-sent  | !closed
        partner-found                   | by-status          | by-status          | by-status             | !not-sent-yet     | !being-sent     | by-status        | !outcome-known | !closed
        nothing-found                   | !not-sent-yet      | !not-sent-yet      | !not-sent-yet         | !not-sent-yet     | !being-sent     | outcome-unknown  | !outcome-known | !closed
        status                          | !not-sent-yet      | !not-sent-yet      | !not-sent-yet         | !not-sent-yet     | !being-sent     | !outcome-unknown | by-status      | !closed
        decided-not-sent                | !not-sent-yet      | !not-sent-yet      | !not-sent-yet         | !not-sent-yet     | !being-sent     | open             | !outcome-known | !closed
        decided-sent                    | !not-sent-yet      | !not-sent-yet      | !not-sent-yet         | !not-sent-yet     | !being-sent     | by-status        | !outcome-known | !closed
        closed-by-hand                  | !not-sent-yet      | !not-sent-yet      | !not-sent-yet         | !not-sent-yet     | !being-sent     | closed-by-hand   | !no-flag       | !closed
        closed-by-hand flagged          | !not-sent-yet      | !not-sent-yet      | !not-sent-yet         | !not-sent-yet     | !being-sent     | closed-by-hand   | closed-by-hand | !closed
        closed-by-hand flagged in-hand  | !not-sent-yet      | !not-sent-yet      | !not-sent-yet         | closed-by-hand    | !being-sent     | closed-by-hand   | closed-by-hand | !closed
        closed-by-hand in-hand          | !not-sent-yet      | !not-sent-yet      | !not-sent-yet         | closed-by-hand    | !being-sent     | closed-by-hand   | !no-flag       | !closed
        recorded-by-hand                | !not-sent-yet      | !not-sent-yet      | !not-sent-yet         | !not-sent-yet     | !being-sent     | !outcome-unknown | !already-sent  | !closed
        recorded-by-hand in-hand        | !not-sent-yet      | !not-sent-yet      | !not-sent-yet         | by-status         | !being-sent     | !outcome-unknown | !already-sent  | !closed
        amount-seen                     | !not-on-card       | !not-on-card       | !not-on-card          | !not-on-card      | !not-on-card    | !not-on-card     | !not-on-card   | !not-on-card
        amount-seen card                | !not-sent-yet      | !not-sent-yet      | !not-sent-yet         | !not-sent-yet     | !not-sent-yet   | !not-sent-yet    | same           | same
        withdrawn                       | withdrawn          | withdrawn          | !waiting-for-approval | !about-to-be-sent | !being-sent     | !outcome-unknown | !already-sent  | !closed
        """;

    /// <summary>Where a void stands whose raw <c>voidStatus</c> is this, by how the order was paid.</summary>
    public const string Statuses = """
              | Deposit               | VirtualCard           | OwnAirlineAccount     | MerchantOfRecord      | Other
        0     | following             | following             | following             | following             | following
        1     | following             | following             | following             | following             | following
        2     | refunded              | following *           | refunded              | refunded              | refunded
        3     | following             | following *           | following             | following             | following
        4     | rejected              | rejected              | rejected              | rejected              | rejected
        5     | following *           | completed-on-card     | completed-on-card     | completed-on-card     | completed-on-card
        6     | closed-without-result | closed-without-result | closed-without-result | closed-without-result | closed-without-result
        other | following *           | following *           | following *           | following *           | following *
        """;

    /// <summary>Where a card refund stands whose status, in our own numbers, is this.</summary>
    public const string CardStatuses = """
              | Card
        0     | following
        1     | refunded
        2     | rejected
        other | following *
        """;

    private static readonly Dictionary<(string Row, string Column), string> CardMeanings = Read<string>(CardStatuses, column => [column]);

    private static readonly Dictionary<(string Row, CaseState State), string> Cells = Read(Moves, StatesOf);

    private static readonly Dictionary<(string Row, PaymentMethod Payment), string> Meanings =
        Read<PaymentMethod>(Statuses, column => [Enum.Parse<PaymentMethod>(column)]);

    public static IEnumerable<string> Rows => Cells.Keys.Select(k => k.Row).Distinct(StringComparer.Ordinal);

    /// <summary>What the tables say, in the words of the machine: the next state, the refusal's name or none, and whether a person must look.</summary>
    public static Expected Of(CaseFacts facts, CaseInput input) => Cells[(RowOf(facts, input), facts.State)] switch
    {
        ['!', .. var refusal] => new Expected(facts.State, "case." + refusal, Flag: false),
        "by-status" => facts.Kind == CaseKind.CardRefund ? ByCardStatus(StatusOf(input)) : ByStatus(facts.Payment, StatusOf(input)),
        "same" => new Expected(facts.State, null, Flag: false),
        var next => new Expected(CaseStates.Read(next), null, Flag: false),
    };

    /// <summary>The row that speaks of this input: its stored word, and what else decides.</summary>
    public static string RowOf(CaseFacts facts, CaseInput input) => input switch
    {
        CaseInput.QuoteGiven { FiguresChanged: var changed } => input.Kind + (changed ? " changed" : " same"),
        CaseInput.Approved { Complete: false } => input.Kind + " partly",
        CaseInput.Stopped { StillPossible: true } => input.Kind + " voidable",
        CaseInput.ClosedByPerson when facts is { HasFlag: true, IsByHand: true } => input.Kind + " flagged in-hand",
        CaseInput.ClosedByPerson when facts.HasFlag => input.Kind + " flagged",
        CaseInput.ClosedByPerson or CaseInput.Claimed or CaseInput.RecordedByHand when facts.IsByHand => input.Kind + " in-hand",
        CaseInput.AmountSeen when facts is { Payment: PaymentMethod.VirtualCard, Kind: not CaseKind.CardRefund } => input.Kind + " card",
        _ => input.Kind,
    };

    private static Expected ByStatus(PaymentMethod payment, int? status)
    {
        var row = status is >= 0 and <= 6 ? status.Value.ToString(System.Globalization.CultureInfo.InvariantCulture) : "other";
        var cell = Meanings[(row, payment)];
        return new Expected(CaseStates.Read(cell.TrimEnd('*', ' ')), null, cell.EndsWith('*'));
    }

    private static Expected ByCardStatus(int? status)
    {
        var cell = CardMeanings[(status is >= 0 and <= 2 ? status.Value.ToString(System.Globalization.CultureInfo.InvariantCulture) : "other", "Card")];
        return new Expected(CaseStates.Read(cell.TrimEnd('*', ' ')), null, cell.EndsWith('*'));
    }

    private static int? StatusOf(CaseInput input) => input switch
    {
        CaseInput.RecordedByHand { Progress: var progress } => progress.Status,
        CaseInput.SendAccepted { Progress: var progress } => progress.Status,
        CaseInput.PartnerFound { Progress: var progress } => progress.Status,
        CaseInput.StatusSeen { Progress: var progress } => progress.Status,
        CaseInput.DecidedSent { Progress: var progress } => progress.Status,
        _ => throw new InvalidOperationException(input.Kind + " carries no status."),
    };

    private static IReadOnlyList<CaseState> StatesOf(string column) => column switch
    {
        "closed" => [.. CaseStates.All.Where(CaseStates.IsFinal)],
        _ => [CaseStates.Read(column)],
    };

    private static Dictionary<(string Row, T Column), string> Read<T>(string table, Func<string, IReadOnlyList<T>> columns)
        where T : notnull
    {
        var lines = table.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries)).ToList();
        return lines.Skip(1)
            .SelectMany(line => lines[0].Zip(line).Skip(1).SelectMany(cell => columns(cell.First).Select(column => ((line[0], column), cell.Second))))
            .ToDictionary(cell => cell.Item1, cell => cell.Second);
    }
}

/// <param name="Refusal">The name of the refusal, or null where it happens.</param>
internal sealed record Expected(CaseState Next, string? Refusal, bool Flag);
