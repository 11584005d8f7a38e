namespace BackOffice.Core.Backups;

/// <summary>Files that hold people's data, written so that a crash leaves the old or the new one.</summary>
internal static class FileChanges
{
    /// <summary>An empty new file that only the program's own user can read.</summary>
    public static void CreatePrivate(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var created = new FileStream(path, options);
    }

    /// <summary>Until it lies on the disk.</summary>
    public static void Flush(string path)
    {
        using var written = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        written.Flush(flushToDisk: true);
    }

    /// <summary>Copies the bytes into a new file that only the program's own user can read.</summary>
    public static void Copy(string from, string to)
    {
        CreatePrivate(to);
        using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.Read);
        using var target = new FileStream(to, FileMode.Open, FileAccess.Write, FileShare.None);
        source.CopyTo(target);
        target.Flush(flushToDisk: true);
    }
}
