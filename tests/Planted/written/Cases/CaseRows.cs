namespace BackOffice.Core.Cases;

internal static class CaseRows
{
    private static readonly Func<Case, CaseRow> Compiled = CaseRow.Projection.Compile();

    /// <summary>The row of a case that is already in memory.</summary>
    public static CaseRow Of(Case found) => Compiled(found);
}
