using BackOffice.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Simulation.Desks;

/// <summary>
/// The production's own pool of contexts. One that met a fault while it opened comes back counting an opening too many, and would keep its
/// connection open from one statement to the next: what a schedule does must not follow from the schedules before it.
/// </summary>
internal sealed class Contexts(IDbContextFactory<BackOfficeDb> pool) : IDbContextFactory<BackOfficeDb>
{
    public BackOfficeDb CreateDbContext()
    {
        var db = pool.CreateDbContext();
        db.Database.CloseConnection();
        db.Database.CloseConnection();
        return db;
    }

    public Task<BackOfficeDb> CreateDbContextAsync(CancellationToken cancellationToken = default) => Task.FromResult(CreateDbContext());
}
