using Microsoft.AspNetCore.DataProtection;

namespace BackOffice.Web.Hosting;

/// <summary>
/// The keys that cookies and forms are sealed with. They are kept beside the database, so that a restart signs nobody out,
/// under a name that does not change with the folder the program runs from.
/// </summary>
internal static class KeyRing
{
    public const string ApplicationName = "Atlas Back Office";

    public static void AddKeyRing(this WebApplicationBuilder builder)
    {
        var ring = builder.Services.AddDataProtection().SetApplicationName(ApplicationName);
        if (DatabasePlace.Of(builder.Configuration, builder.Environment).Folder is { } data)
        {
            var folder = Path.Combine(data, "keys");
            MakePrivate(folder);
            ring.PersistKeysToFileSystem(new DirectoryInfo(folder));
        }
    }

    /// <summary>Readable by the program's own user alone: who has the keys can sign in as anybody.</summary>
    private static void MakePrivate(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
