using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace Simulation.Desks;

/// <summary>A command of the desk: it runs as the prepared command of its <see cref="Session"/> that has the same text.</summary>
internal sealed class LentCommand : DbCommand
{
    private string text = "";
    private Session? session;
    private SqliteCommand? prepared;

    [AllowNull]
    public override string CommandText
    {
        get => text;
        set
        {
            GiveBack();
            text = value ?? "";
        }
    }

    public override int CommandTimeout { get; set; } = 30;

    public override CommandType CommandType { get; set; } = CommandType.Text;

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection { get; set; }

    protected override DbTransaction? DbTransaction { get; set; }

    protected override DbParameterCollection DbParameterCollection => Prepared.Parameters;

    private SqliteCommand Prepared
    {
        get
        {
            if (prepared is null)
            {
                session = ((LentConnection)DbConnection!).Session;
                prepared = session.Lend(text);
            }

            return prepared;
        }
    }

    public override void Cancel()
    {
    }

    public override void Prepare()
    {
    }

    public override int ExecuteNonQuery()
    {
        if (!Session.IsSetting(text))
        {
            return Noted().ExecuteNonQuery();
        }

        var here = ((LentConnection)DbConnection!).Session;
        return here.HasSettings(text) ? 0 : here.Set(text);
    }

    public override object? ExecuteScalar() => Noted().ExecuteScalar();

    protected override DbParameter CreateDbParameter() => new SqliteParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Noted().ExecuteReader(behavior);

    protected override void Dispose(bool disposing)
    {
        GiveBack();
        base.Dispose(disposing);
    }

    private SqliteCommand Noted()
    {
        var command = Prepared;
        session!.Note(command);
        return command;
    }

    private void GiveBack()
    {
        if (prepared is { } lent)
        {
            prepared = null;
            session!.GiveBack(lent);
        }
    }
}
