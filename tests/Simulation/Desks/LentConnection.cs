using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace Simulation.Desks;

/// <summary>What the desk takes for its connection: opening it borrows a <see cref="Session"/>, closing it gives that back, rolled back and reset.</summary>
internal sealed class LentConnection(string connectionString, Sessions sessions) : DbConnection
{
    private Session? session;

    [AllowNull]
    public override string ConnectionString { get; set; } = connectionString;

    public override string Database => "main";

    public override string DataSource => new SqliteConnectionStringBuilder(ConnectionString).DataSource;

    public override string ServerVersion => Session.ServerVersion;

    public override ConnectionState State => session is null ? ConnectionState.Closed : ConnectionState.Open;

    public Session Session => session ?? throw new InvalidOperationException("The connection is closed.");

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

    public override void Open() => session ??= sessions.Lend(this);

    public override void Close()
    {
        if (session is { } open)
        {
            session = null;
            sessions.GiveBack(this, open);
        }
    }

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => new LentTransaction(this);

    protected override DbCommand CreateDbCommand() => new LentCommand { Connection = this };

    protected override void Dispose(bool disposing)
    {
        Close();
        base.Dispose(disposing);
    }
}
