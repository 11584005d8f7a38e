using BackOffice.Core.Access;
using BackOffice.Core.Cases;
using BackOffice.Core.Values;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Data;

/// <summary>Turns a version or uniqueness conflict of the database into a named refusal; anything else stays an exception.</summary>
internal static class DatabaseConflicts
{
    private const int ConstraintUnique = 2067;
    private const int ConstraintPrimaryKey = 1555;

    public static Refusal? Refusal(DbUpdateException exception) => exception switch
    {
        DbUpdateConcurrencyException => CasesRefusals.ChangedMeanwhile,
        { InnerException: SqliteException { SqliteExtendedErrorCode: ConstraintUnique or ConstraintPrimaryKey } unique } => OfMessage(unique.Message),
        _ => null,
    };

    private static Refusal OfMessage(string message) => message switch
    {
        _ when message.Contains("Cases.Holds", StringComparison.Ordinal) => CasesRefusals.AlreadyOpen,
        _ when message.Contains("Attempts.Holds", StringComparison.Ordinal) => CasesRefusals.AlreadySending,
        _ when message.Contains("AspNetUsers.Normalized", StringComparison.Ordinal) => AccessRefusals.EmailTaken,
        _ => CasesRefusals.ChangedMeanwhile,
    };
}
