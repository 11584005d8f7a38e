using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace BackOffice.Core.Data;

/// <summary>
/// A query of the paths that everything passes, built and translated once: to build its expression anew is half of what such a question costs.
/// Kept for each model, because hosts with other options have one of their own.
/// </summary>
/// <param name="compile">One of <c>EF.CompileAsyncQuery</c>. It keeps the tracking of the context that asks first: say it in the query where both ask.</param>
internal sealed class PreparedQuery<T>(Func<T> compile)
    where T : Delegate
{
    private readonly ConditionalWeakTable<IModel, T> compiled = [];

    public T For(DbContext db) => compiled.GetValue(db.Model, _ => compile());
}
