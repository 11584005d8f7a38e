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

    public string ConnectionString => StringFor(Path.Combine(folder.FullName, "desk.db"));

    /// <summary>In the newest shape, with what the migrations put there and nothing else.</summary>
    public static TestDatabase Create()
    {
        var database = Empty();
        File.Copy(Template.Value, Path.Combine(database.folder.FullName, "desk.db"));
        return database;
    }

    /// <summary>A folder without a file: for those who test the migrations themselves.</summary>
    public static TestDatabase Empty() => new(Root.CreateSubdirectory(Guid.NewGuid().ToString("N")));

    public BackOfficeDb Open()
    {
        var options = new DbContextOptionsBuilder<BackOfficeDb>();
        DataModule.Configure(options, ConnectionString);
        return new BackOfficeDb(options.Options);
    }

    public void Dispose()
    {
        using (var any = new SqliteConnection(ConnectionString))
        {
            SqliteConnection.ClearPool(any);
        }

        folder.Delete(recursive: true);
    }

    private static string MakeTemplate()
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Root.Delete(recursive: true);
        var file = Path.Combine(Root.FullName, "template.db");
        var options = new DbContextOptionsBuilder<BackOfficeDb>();
        DataModule.Configure(options, StringFor(file) + ";Pooling=False");
        using var db = new BackOfficeDb(options.Options);
        db.Database.Migrate();
        return file;
    }

    private static string StringFor(string file) => "Data Source=" + file;
}
