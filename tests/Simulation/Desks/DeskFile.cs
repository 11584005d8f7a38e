using System.Buffers.Binary;
using Microsoft.Data.Sqlite;

namespace Simulation.Desks;

/// <summary>
/// The database file of one thread, in memory where the system has a place for that. SQLite works on it as it always does: locks, journal,
/// commits. Between schedules its content is replaced as a whole.
/// </summary>
internal sealed class DeskFile : IDisposable
{
    private const int ChangeCounter = 24;
    private const int VersionValidFor = 92;

    private readonly DirectoryInfo folder;
    private uint counter = 1_000_000;

    public DeskFile()
    {
        var root = Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();
        folder = Directory.CreateDirectory(Path.Combine(root, "back-office-simulation-" + Guid.NewGuid().ToString("N")));
    }

    public string FilePath => Path.Combine(folder.FullName, "desk.db");

    public string ConnectionString => "Data Source=" + FilePath;

    /// <summary>What is committed.</summary>
    public byte[] Capture()
    {
        using var file = new FileStream(FilePath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
        var image = new byte[file.Length];
        file.ReadExactly(image);
        return image;
    }

    /// <summary>Replaces the content. Nobody may be inside a transaction.</summary>
    public void Put(byte[] image)
    {
        // Connections that know the file keep their pages until this number moves; every commit moves it by one.
        counter = unchecked(counter + 2048);
        Span<byte> stamp = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(stamp, counter);
        using var file = new FileStream(FilePath, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, 1);
        file.Write(image);
        file.SetLength(image.Length);
        file.Position = ChangeCounter;
        file.Write(stamp);
        file.Position = VersionValidFor;
        file.Write(stamp);
        if (File.Exists(FilePath + "-journal"))
        {
            using var journal = new FileStream(FilePath + "-journal", FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, 1);
            journal.SetLength(0);
        }
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}
