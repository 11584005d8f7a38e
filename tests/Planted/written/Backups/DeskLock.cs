namespace BackOffice.Core.Backups;

/// <summary>
/// A file beside the database that every program keeps open while it works on it, and a restore alone. SQLite's own locks only last as long as
/// a transaction. The system lets go of it when a process dies, however it dies.
/// </summary>
public sealed class DeskLock : IDisposable
{
    private readonly FileStream held;

    private DeskLock(FileStream held) => this.held = held;

    /// <summary>Held beside others who work; null while somebody restores.</summary>
    public static DeskLock? TryShare(string database) => Try(database, FileAccess.Read, FileShare.Read);

    /// <summary>Held alone; null while anybody works.</summary>
    public static DeskLock? TryOwn(string database) => Try(database, FileAccess.ReadWrite, FileShare.None);

    public void Dispose() => held.Dispose();

    private static DeskLock? Try(string database, FileAccess access, FileShare share)
    {
        try
        {
            return new DeskLock(new FileStream(database + ".in-use", FileMode.OpenOrCreate, access, share));
        }
        catch (IOException fault) when (fault is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException))
        {
            return null;
        }
    }
}
