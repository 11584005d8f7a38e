using Microsoft.Data.Sqlite;

namespace E2E.Stage;

/// <summary>A folder that is gone with the test. Made before whatever works in it, so that it goes after it.</summary>
internal sealed class TemporaryFolder(string prefix) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory(prefix);

    public string Path => folder.FullName;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}
