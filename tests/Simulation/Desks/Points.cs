using System.Data.Common;
using BackOffice.Core.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Simulation.Runs;

namespace Simulation.Desks;

/// <summary>Where a fibre may be stopped, may die, or may meet a fault.</summary>
internal enum Place
{
    Opening,
    BeforeBegin,
    BeforeStatement,
    BeforeCommit,
    AfterCommit,
    BeforeTheCall,
}

/// <summary>Puts a point between every two statements of the desk.</summary>
internal sealed class Points : DbCommandInterceptor
{
    public World? World { get; set; }

    /// <summary>Makes what a context takes for its connection; null for the provider's own.</summary>
    public Func<DbConnection>? Connect { get; set; }

    public IInterceptor[] All => field ??= [this, new Connections(this), new Transactions(this), new Saves(this)];

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await StopAsync(Place.BeforeStatement);
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await StopAsync(Place.BeforeStatement);
        return result;
    }

    private ValueTask StopAsync(Place place) => World?.PointAsync(place) ?? ValueTask.CompletedTask;

    private sealed class Connections(Points points) : DbConnectionInterceptor
    {
        public override InterceptionResult<DbConnection> ConnectionCreating(ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result) =>
            points.Connect is { } connect ? InterceptionResult<DbConnection>.SuppressWithResult(connect()) : result;

        public override async ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            await points.StopAsync(Place.Opening);
            return result;
        }

        public override Task ConnectionClosedAsync(DbConnection connection, ConnectionEndEventData eventData)
        {
            points.World?.WriteLock.Give(connection);
            return Task.CompletedTask;
        }

        public override void ConnectionClosed(DbConnection connection, ConnectionEndEventData eventData) => points.World?.WriteLock.Give(connection);
    }

    private sealed class Transactions(Points points) : DbTransactionInterceptor
    {
        public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
            DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
        {
            await points.StopAsync(Place.BeforeBegin);
            if (points.World is { } world)
            {
                await world.LockAsync(connection);
            }

            return result;
        }

        public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            await points.StopAsync(Place.BeforeCommit);
            points.World?.Committing(transaction);
            return result;
        }

        public override async Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            // By now the transaction has let its connection go.
            points.World?.Committed(eventData.Context!.Database.GetDbConnection());
            await points.StopAsync(Place.AfterCommit);
        }
    }

    /// <summary>Sees which state becomes which by what, where it is committed.</summary>
    private sealed class Saves(Points points) : SaveChangesInterceptor
    {
        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (points.World is { } world && eventData.Context is { } db)
            {
                // Looked through once, for this and for the save itself.
                db.ChangeTracker.DetectChanges();
                db.ChangeTracker.AutoDetectChangesEnabled = false;
                foreach (var entry in db.ChangeTracker.Entries<Case>())
                {
                    if (entry.State != EntityState.Modified)
                    {
                        // The first line of a new case is written with it.
                        if (entry.State == EntityState.Added)
                        {
                            world.Tally.Saving(CaseState.Open, "opened", CaseState.Open);
                        }

                        continue;
                    }

                    var from = entry.Property(c => c.State).OriginalValue;
                    var kinds = db.ChangeTracker.Entries<TimelineEntry>().Where(t => t.State == EntityState.Added && t.Entity.CaseId == entry.Entity.Id);
                    foreach (var kind in kinds)
                    {
                        world.Tally.Saving(from, kind.Entity.Kind, entry.Entity.State);
                    }
                }
            }

            return ValueTask.FromResult(result);
        }

        public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
        {
            LookAgain(eventData.Context);
            return ValueTask.FromResult(result);
        }

        public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
        {
            LookAgain(eventData.Context);
            return Task.CompletedTask;
        }

        private static void LookAgain(DbContext? db) => db?.ChangeTracker.AutoDetectChangesEnabled = true;
    }
}
