using BackOffice.Core.Access;
using BackOffice.Core.Values;

namespace BackOffice.Core.Cases;

/// <summary>What stands in the way of closing a case from which nothing is under way, beside the machine. Pure.</summary>
public static class WithdrawalRules
{
    /// <summary>
    /// While a number that a notice named waits for its answer only a supervisor may: with the case the question ends, and the number may never be
    /// answered.
    /// </summary>
    public static Refusal? WhyNot(string? hintedRef, StaffRights person) =>
        hintedRef is { } named && !person.May(Permission.DecideUnknown) ? CasesRefusals.NumberNamed.With(named) : null;
}
