using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace Simulation.SmallScope;

/// <summary>One thing that can happen to a case: from here, by an input of this kind, to there.</summary>
/// <param name="Input">The input's stored word.</param>
internal sealed record CaseTransition(CaseState From, string Input, CaseState Next);

/// <summary>
/// Every transition that exists, read from <see cref="CaseTable"/>: what a run of the simulator can cover. A test proves that the code has
/// these and no others.
/// </summary>
internal static class CaseTransitions
{
    /// <summary>Everything that the machine can be asked about a case.</summary>
    public static IReadOnlyList<CaseFacts> Facts { get; } =
    [
        .. from state in CaseStates.All
           from payment in Enum.GetValues<PaymentMethod>()
           from flag in new[] { false, true }
           from kind in CaseKinds.All
           from byHand in new[] { false, true }
           select new CaseFacts(state, payment, flag, kind, byHand),
    ];

    /// <summary>
    /// Every input there is, made from the types themselves so that a new one is in it by itself: with every yes or no, and with every
    /// status that the partner lists, some that it does not, and none.
    /// </summary>
    public static IReadOnlyList<CaseInput> Inputs { get; } =
    [
        .. typeof(CaseInput).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(CaseInput)))
            .SelectMany(t => ArgumentsOf(t).Select(a => (CaseInput)Activator.CreateInstance(t, a)!)),
    ];

    public static IReadOnlyList<CaseTransition> All { get; } = [.. From(Facts, Inputs)];

    /// <summary>
    /// Those that the sender, the questions and the deciders take a case through, of whatever kind; only a card refund is carried out by hand. What
    /// people only write down moves nothing.
    /// </summary>
    public static IReadOnlyList<CaseTransition> OnTheMoneyPath { get; } =
    [
        .. From(Facts.Where(f => !f.IsByHand || f.Kind == CaseKind.CardRefund), Inputs.Where(i => i is not (CaseInput.AmountSeen or CaseInput.Promised))),
    ];

    private static IEnumerable<CaseTransition> From(IEnumerable<CaseFacts> all, IEnumerable<CaseInput> inputs) =>
        from facts in all
        from input in inputs
        let expected = CaseTable.Of(facts, input)
        where expected.Refusal is null
        group input by new CaseTransition(facts.State, input.Kind, expected.Next) into same
        select same.Key;

    private static IEnumerable<object[]> ArgumentsOf(Type input) => input.GetConstructors().Single().GetParameters() switch
    {
        [] => [[]],
        [{ ParameterType: var type }] when type == typeof(bool) => [[false], [true]],
        [{ ParameterType: var type }] when type == typeof(DateOnly) => [[new DateOnly(2026, 9, 10)]],
        [{ ParameterType: var type }] when type == typeof(PartnerProgress) =>
            new int?[] { null, -1, 0, 1, 2, 3, 4, 5, 6, 7, 99 }.Select(status => new object[] { new PartnerProgress { PartnerRef = "202609-0001", Status = status } }),
        var parameters => throw new InvalidOperationException($"{input.Name} takes {parameters.Length} values that nobody enumerates."),
    };
}
