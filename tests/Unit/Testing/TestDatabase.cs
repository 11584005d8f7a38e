using BackOffice.Core.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Unit.Testing;

/// <summary>A database file in a folder of its own. The newest shape is made once for the whole run and copied for each test.</summary>
internal sealed class TestDatabase : IDisposable
{
    private static readonly DirectoryInfo Root = Directory.CreateTempSubdirectory("back-office-tests-");
    private static readonly Lazy<string> Template = new(MakeTemplate);

    private readonly DirectoryInfo folder;

    private TestDatabase(DirectoryInfo folder) => this.folder = folder;

    public string ConnectionString => StringFor(File);

    public string File => Path.Combine(folder.FullName, "desk.db");

    /// <summary>In the newest shape, with what the migrations put there and nothing else.</summary>
    public static TestDatabase Create()
    {
        var database = Empty();
        System.IO.File.Copy(Template.Value, database.File);
        return database;
    }

    /// <summary>A folder without a file: for those who test the migrations themselves.</summary>
    public static TestDatabase Empty() => new(Root.CreateSubdirectory(Guid.NewGuid().ToString("N")));

    /// <summary>Any file of ours, without a pool.</summary>
    public static BackOfficeDb OpenFile(string file) => OpenBy(StringFor(file) + ";Pooling=False");

    public BackOfficeDb Open() => OpenBy(ConnectionString);

    /// <summary>Every connection that is not in use is closed, as at the end of a process.</summary>
    public void LetGo()
    {
        using var any = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(any);
    }

    public void Dispose()
    {
        LetGo();
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A page that reads on for a moment has opened the file anew; what is left goes with the root at the end.
        }
    }

    private static string MakeTemplate()
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Root.Delete(recursive: true);
        var file = Path.Combine(Root.FullName, "template.db");
        using var db = OpenFile(file);
        db.Database.Migrate();
        return file;
    }

    private static BackOfficeDb OpenBy(string connectionString)
    {
        var options = new DbContextOptionsBuilder<BackOfficeDb>();
        DataModule.Configure(options, connectionString);
        return new BackOfficeDb(options.Options);
    }

    private static string StringFor(string file) => "Data Source=" + file;
}
