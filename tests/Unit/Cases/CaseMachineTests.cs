using BackOffice.Core.Cases;
using BackOffice.Core.Orders;

namespace Unit.Cases;

/// <summary>
/// What may follow what, all of it. Each row is something that happens, each column a state; a cell is the state that follows, or
/// <c>!</c> and the name of the refusal. A star: the partner said something that cannot be, and a person must look.
/// </summary>
public sealed class CaseMachineTests
{
    private const string Table = """
                           | open                | quoted              | awaiting-approval     | queued            | sending     | outcome-unknown  | following           | ended   | put-away
        opened             | open                | !already-open       | !waiting-for-approval | !about-to-be-sent | !being-sent | !outcome-unknown | !already-sent       | !closed | !closed
        taken              | open                | quoted              | awaiting-approval     | queued            | sending     | outcome-unknown  | following           | !closed | !closed
        quoted-same        | quoted              | quoted              | awaiting-approval     | !about-to-be-sent | !being-sent | !outcome-unknown | !already-sent       | !closed | !closed
        quoted-changed     | quoted              | quoted              | quoted                | !about-to-be-sent | !being-sent | !outcome-unknown | !already-sent       | !closed | !closed
        quote-refused      | open                | open                | open                  | !about-to-be-sent | !being-sent | !outcome-unknown | !already-sent       | !closed | !closed
        approval-asked     | !no-voidable-quote  | awaiting-approval   | !waiting-for-approval | !about-to-be-sent | !being-sent | !outcome-unknown | !already-sent       | !closed | !closed
        approved-partly    | !not-waiting        | !not-waiting        | awaiting-approval     | !about-to-be-sent | !being-sent | !outcome-unknown | !already-sent       | !closed | !closed
        approved           | !not-waiting        | !not-waiting        | queued                | !about-to-be-sent | !being-sent | !outcome-unknown | !already-sent       | !closed | !closed
        declined           | !not-waiting        | !not-waiting        | quoted                | !about-to-be-sent | !being-sent | !outcome-unknown | !already-sent       | !closed | !closed
        request-withdrawn  | !not-waiting        | !not-waiting        | quoted                | quoted            | !being-sent | !outcome-unknown | !already-sent       | !closed | !closed
        request-expired    | !not-waiting        | !not-waiting        | quoted                | !about-to-be-sent | !being-sent | !outcome-unknown | !already-sent       | !closed | !closed
        send-permitted     | !no-voidable-quote  | queued              | !waiting-for-approval | !about-to-be-sent | !being-sent | !outcome-unknown | !already-sent       | !closed | !closed
        claimed            | !not-sent-yet       | !not-sent-yet       | !not-sent-yet         | sending           | !being-sent | !outcome-unknown | !already-sent       | !closed | !closed
        stopped-voidable   | !not-sent-yet       | !not-sent-yet       | !not-sent-yet         | quoted            | !being-sent | !outcome-unknown | !already-sent       | !closed | !closed
        stopped-for-good   | !not-sent-yet       | !not-sent-yet       | !not-sent-yet         | open              | !being-sent | !outcome-unknown | !already-sent       | !closed | !closed
        accepted           | !not-sent-yet       | !not-sent-yet       | !not-sent-yet         | !not-sent-yet     | following   | following        | !already-sent       | !closed | !closed
        accepted-ended     | !not-sent-yet       | !not-sent-yet       | !not-sent-yet         | !not-sent-yet     | rejected    | rejected         | !already-sent       | !closed | !closed
        accepted-strangely | !not-sent-yet       | !not-sent-yet       | !not-sent-yet         | !not-sent-yet     | following * | following *      | !already-sent       | !closed | !closed
        send-refused       | !not-sent-yet       | !not-sent-yet       | !not-sent-yet         | !not-sent-yet     | open        | open             | !already-sent       | !closed | !closed
        send-unknown       | !not-sent-yet       | !not-sent-yet       | !not-sent-yet         | !not-sent-yet     | outcome-unknown | !outcome-unknown | !already-sent   | !closed | !closed
        found              | following           | following           | following             | !not-sent-yet     | !being-sent | following        | !outcome-known      | !closed | !closed
        found-ended        | refunded            | refunded            | refunded              | !not-sent-yet     | !being-sent | refunded         | !outcome-known      | !closed | !closed
        nothing-found      | !not-sent-yet       | !not-sent-yet       | !not-sent-yet         | !not-sent-yet     | !being-sent | outcome-unknown  | !outcome-known      | !closed | !closed
        status-1           | !not-sent-yet       | !not-sent-yet       | !not-sent-yet         | !not-sent-yet     | !being-sent | !outcome-unknown | following           | same    | !closed
        status-2           | !not-sent-yet       | !not-sent-yet       | !not-sent-yet         | !not-sent-yet     | !being-sent | !outcome-unknown | refunded            | same    | !closed
        status-4           | !not-sent-yet       | !not-sent-yet       | !not-sent-yet         | !not-sent-yet     | !being-sent | !outcome-unknown | rejected            | same    | !closed
        status-6           | !not-sent-yet       | !not-sent-yet       | !not-sent-yet         | !not-sent-yet     | !being-sent | !outcome-unknown | closed-without-result | same  | !closed
        status-5-by-card   | !not-sent-yet       | !not-sent-yet       | !not-sent-yet         | !not-sent-yet     | !being-sent | !outcome-unknown | completed-on-card   | same    | !closed
        status-5-deposit   | !not-sent-yet       | !not-sent-yet       | !not-sent-yet         | !not-sent-yet     | !being-sent | !outcome-unknown | following *         | same    | !closed
        status-unlisted    | !not-sent-yet       | !not-sent-yet       | !not-sent-yet         | !not-sent-yet     | !being-sent | !outcome-unknown | following *         | same    | !closed
        status-unreadable  | !not-sent-yet       | !not-sent-yet       | !not-sent-yet         | !not-sent-yet     | !being-sent | !outcome-unknown | following *         | same    | !closed
        decided-not-sent   | !not-sent-yet       | !not-sent-yet       | !not-sent-yet         | !not-sent-yet     | !being-sent | open             | !outcome-known      | !closed | !closed
        decided-sent       | !not-sent-yet       | !not-sent-yet       | !not-sent-yet         | !not-sent-yet     | !being-sent | following        | !outcome-known      | !closed | !closed
        closed-by-hand     | !not-sent-yet       | !not-sent-yet       | !not-sent-yet         | !not-sent-yet     | !being-sent | closed-by-hand   | !no-flag            | !closed | !closed
        closed-flagged     | !not-sent-yet       | !not-sent-yet       | !not-sent-yet         | !not-sent-yet     | !being-sent | closed-by-hand   | closed-by-hand      | !closed | !closed
        withdrawn          | withdrawn           | withdrawn           | !waiting-for-approval | !about-to-be-sent | !being-sent | !outcome-unknown | !already-sent       | !closed | !closed
        """;

    private static readonly Dictionary<string, Happening> Happenings = new(StringComparer.Ordinal)
    {
        ["opened"] = new CaseInput.Opened(),
        ["taken"] = new CaseInput.Taken(),
        ["quoted-same"] = new CaseInput.QuoteVoidable(FiguresChanged: false),
        ["quoted-changed"] = new CaseInput.QuoteVoidable(FiguresChanged: true),
        ["quote-refused"] = new CaseInput.QuoteRefused(),
        ["approval-asked"] = new CaseInput.ApprovalAsked(),
        ["approved-partly"] = new CaseInput.Approved(Complete: false),
        ["approved"] = new CaseInput.Approved(Complete: true),
        ["declined"] = new CaseInput.Declined(),
        ["request-withdrawn"] = new CaseInput.RequestWithdrawn(),
        ["request-expired"] = new CaseInput.RequestExpired(),
        ["send-permitted"] = new CaseInput.SendPermitted(),
        ["claimed"] = new CaseInput.Claimed(),
        ["stopped-voidable"] = new CaseInput.Stopped(StillVoidable: true),
        ["stopped-for-good"] = new CaseInput.Stopped(StillVoidable: false),
        ["accepted"] = new CaseInput.SendAccepted(At(0)),
        ["accepted-ended"] = new CaseInput.SendAccepted(At(4)),
        ["accepted-strangely"] = new CaseInput.SendAccepted(At(5)),
        ["send-refused"] = new CaseInput.SendRefused(),
        ["send-unknown"] = new CaseInput.SendUnknown(),
        ["found"] = new CaseInput.VoidFound(At(1)),
        ["found-ended"] = new CaseInput.VoidFound(At(2)),
        ["nothing-found"] = new CaseInput.NothingFound(),
        ["status-1"] = new CaseInput.StatusSeen(At(1)),
        ["status-2"] = new CaseInput.StatusSeen(At(2)),
        ["status-4"] = new CaseInput.StatusSeen(At(4)),
        ["status-6"] = new CaseInput.StatusSeen(At(6)),
        ["status-5-by-card"] = new(new CaseInput.StatusSeen(At(5)), PaymentMethod.VirtualCard),
        ["status-5-deposit"] = new CaseInput.StatusSeen(At(5)),
        ["status-unlisted"] = new CaseInput.StatusSeen(At(9)),
        ["status-unreadable"] = new CaseInput.StatusSeen(At(null)),
        ["decided-not-sent"] = new CaseInput.DecidedNotSent(),
        ["decided-sent"] = new CaseInput.DecidedSent(At(0)),
        ["closed-by-hand"] = new CaseInput.ClosedByPerson(),
        ["closed-flagged"] = new(new CaseInput.ClosedByPerson(), HasFlag: true),
        ["withdrawn"] = new CaseInput.Withdrawn(),
    };

    public static TheoryData<string, CaseState, string> Cells { get; } = ReadTable();

    [Theory]
    [MemberData(nameof(Cells))]
    public void Decide_OfEveryPair_IsAsWrittenInTheTable(string happening, CaseState state, string expected)
    {
        var (input, payment, hasFlag) = Happenings[happening];

        var decision = CaseMachine.Decide(new CaseFacts(state, payment, hasFlag), input);

        Assert.Equal(expected, Cell(decision, state, expected == "same"));
    }

    [Fact]
    public void Table_OverStatesAndInputs_LeavesNoneOut()
    {
        Assert.Equal(CaseStates.All.Order(), Cells.Select(c => c.Data.Item2).Distinct().Order());
        Assert.Equal(Happenings.Count * CaseStates.All.Count, Cells.Count);
        Assert.Equal(
            typeof(CaseInput).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(CaseInput))).Select(t => t.Name).Order(StringComparer.Ordinal),
            Happenings.Values.Select(h => h.Input.GetType().Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    /// <summary>A final case never moves; another word of the partner's is flagged, the same one is not.</summary>
    [Theory]
    [InlineData(CaseState.Refunded, 2, false)]
    [InlineData(CaseState.Refunded, 1, true)]
    [InlineData(CaseState.Refunded, 4, true)]
    [InlineData(CaseState.Rejected, 4, false)]
    [InlineData(CaseState.Rejected, 2, true)]
    [InlineData(CaseState.ClosedWithoutResult, 6, false)]
    [InlineData(CaseState.ClosedWithoutResult, 3, true)]
    [InlineData(CaseState.CompletedOnCard, 5, true)]
    public void Decide_OnAFinalCase_StaysAndFlagsAChangeOfMind(CaseState state, int status, bool flag)
    {
        var decision = CaseMachine.Decide(new CaseFacts(state, PaymentMethod.Deposit, HasFlag: false), new CaseInput.StatusSeen(At(status)));

        Assert.Equal(new CaseDecision(state, Flag: flag), decision);
    }

    [Fact]
    public void Kinds_OfTheTimeline_AreStable() =>
        Assert.Equal(
            "accepted approval-asked approved closed-by-hand decided-not-sent decided-sent declined nothing-found opened quote-refused quoted "
            + "request-expired request-withdrawn send-permitted send-refused send-unknown sending status stopped-before-sending taken void-found withdrawn",
            string.Join(' ', Happenings.Values.Select(h => h.Input.Kind).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)));

    private static string Cell(CaseDecision decision, CaseState state, bool ended) => decision switch
    {
        { Refusal: { } refusal } => refusal.Name.Replace("case.", "!", StringComparison.Ordinal),
        { Next: var next } when ended && next == state => "same",
        { Flag: true } => CaseStates.TextOf(decision.Next) + " *",
        _ => CaseStates.TextOf(decision.Next),
    };

    private static VoidProgress At(int? status) => new() { VoidCode = "202609-0001", Status = status };

    private static TheoryData<string, CaseState, string> ReadTable()
    {
        var lines = Table.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries)).ToList();
        var cells = new TheoryData<string, CaseState, string>();
        foreach (var line in lines.Skip(1))
        {
            foreach (var (column, cell) in lines[0].Zip(line).Skip(1))
            {
                foreach (var state in StatesOf(column))
                {
                    cells.Add(line[0], state, cell);
                }
            }
        }

        return cells;
    }

    private static IReadOnlyList<CaseState> StatesOf(string column) => column switch
    {
        "ended" => [CaseState.Refunded, CaseState.CompletedOnCard, CaseState.Rejected, CaseState.ClosedWithoutResult],
        "put-away" => [CaseState.Withdrawn, CaseState.ClosedByHand],
        _ => [CaseStates.Read(column)],
    };

    private sealed record Happening(CaseInput Input, PaymentMethod Payment = PaymentMethod.Deposit, bool HasFlag = false)
    {
        public static implicit operator Happening(CaseInput input) => new(input);
    }
}
