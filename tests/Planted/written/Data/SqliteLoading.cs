using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace BackOffice.Core.Data;

/// <summary>
/// Recipe 1 of <c>docs/decisions/0002</c>: the provider asks for a newer SQLitePCLRaw.core than every source holds, so the request is answered
/// with the file beside the program; and the machine's own SQLite serves where it is newer than the bundled one.
/// Goes when SQLitePCLRaw 2.1.13 or later restores.
/// </summary>
internal static class SqliteLoading
{
    private const int BundledVersion = 3_035_005;

    [ModuleInitializer]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2255", Justification = "Must stand before the first use of SQLite in whatever host loads this assembly.")]
    internal static void Prepare()
    {
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            name.Name == "SQLitePCLRaw.core" && Path.Combine(AppContext.BaseDirectory, "SQLitePCLRaw.core.dll") is var file && File.Exists(file)
                ? context.LoadFromAssemblyPath(file)
                : null;

        if (NewerSystemLibrary() is { } library)
        {
            NativeLibrary.SetDllImportResolver(
                Assembly.Load("SQLitePCLRaw.provider.e_sqlite3"), (name, _, _) => name == "e_sqlite3" ? library : IntPtr.Zero);
        }
    }

    private static IntPtr? NewerSystemLibrary()
    {
        if (!NativeLibrary.TryLoad("libsqlite3.so.0", out var library))
        {
            return null;
        }

        var version = NativeLibrary.TryGetExport(library, "sqlite3_libversion_number", out var export)
            ? Marshal.GetDelegateForFunctionPointer<VersionNumber>(export)()
            : 0;
        if (version > BundledVersion)
        {
            return library;
        }

        NativeLibrary.Free(library);
        return null;
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int VersionNumber();
}
