using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Simulation.Desks;

/// <summary>The one fault of the database that is planned at a time.</summary>
internal sealed class DatabaseFaults
{
    private const string Dealt = "A fault of the schedule.";

    private (Place Place, int After, int Code)? planned;

    /// <summary>Whether what ended a fibre is only what the schedule did to it.</summary>
    public static bool WasDealt(Exception fault) => (fault is DbUpdateException ? fault.InnerException : fault) is SqliteException { Message: Dealt };

    /// <summary>Has the database fail at a place that the next fibre reaches.</summary>
    public void Plan(Place place, int after, int code) => planned = (place, after, code);

    /// <summary>What was planned and has not struck never will.</summary>
    public void CallOff() => planned = null;

    /// <summary>Somebody comes to a place.</summary>
    /// <returns>What to fail with there; null where nothing was planned for it, or not yet.</returns>
    public SqliteException? StruckAt(Place place)
    {
        if (planned is not { } fault || fault.Place != place)
        {
            return null;
        }

        planned = fault.After > 0 ? fault with { After = fault.After - 1 } : null;
        return planned is null ? new SqliteException(Dealt, fault.Code) : null;
    }
}
