using System.Data;
using System.Data.Common;

namespace Simulation.Desks;

/// <summary>A transaction of SQLite as the desk's own provider begins it: it has the write lock from its first moment.</summary>
internal sealed class LentTransaction : DbTransaction
{
    private readonly LentConnection connection;
    private Session? session;

    public LentTransaction(LentConnection connection)
    {
        this.connection = connection;
        session = connection.Session;
        session.Begin();
    }

    public override IsolationLevel IsolationLevel => IsolationLevel.Serializable;

    public override bool SupportsSavepoints => true;

    protected override DbConnection DbConnection => connection;

    public override void Commit()
    {
        Open.Commit();
        session = null;
    }

    public override void Rollback()
    {
        Open.Rollback();
        session = null;
    }

    public override void Save(string savepointName) => Open.Run($"SAVEPOINT \"{savepointName}\";");

    public override void Rollback(string savepointName) => Open.Run($"ROLLBACK TO SAVEPOINT \"{savepointName}\";");

    public override void Release(string savepointName) => Open.Run($"RELEASE SAVEPOINT \"{savepointName}\";");

    protected override void Dispose(bool disposing)
    {
        if (session is { IsInTransaction: true } open && connection.State == ConnectionState.Open && connection.Session == open)
        {
            open.Rollback();
        }

        session = null;
        base.Dispose(disposing);
    }

    private Session Open => session is { } open && connection.State == ConnectionState.Open && connection.Session == open
        ? open
        : throw new InvalidOperationException("The transaction is over.");
}
