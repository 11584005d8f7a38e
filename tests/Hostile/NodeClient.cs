using System.Diagnostics;

namespace Hostile;

/// <summary>The scripts of the client folder, copied beside the packages that they need, and run.</summary>
internal sealed class NodeClient
{
    private readonly string folder;

    private NodeClient(string folder) => this.folder = folder;

    /// <summary>Copies the scripts and restores exactly the packages of the lock file, once for each lock file.</summary>
    public static async Task<NodeClient> PrepareAsync(string root, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, "artifacts", "hostile", "client")).FullName;
        var lockFile = Path.Combine(folder, "package-lock.json");
        var source = Path.Combine(root, "tests", "Hostile", "client");
        var isRestored = Directory.Exists(Path.Combine(folder, "node_modules")) && File.Exists(lockFile)
            && await File.ReadAllTextAsync(lockFile, cancellationToken) == await File.ReadAllTextAsync(Path.Combine(source, "package-lock.json"), cancellationToken);
        foreach (var file in Directory.EnumerateFiles(source))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        }

        if (!isRestored)
        {
            using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]) { WorkingDirectory = folder })
                ?? throw new InvalidOperationException("npm did not start.");
            await npm.WaitForExitAsync(cancellationToken);
            if (npm.ExitCode != 0)
            {
                File.Delete(lockFile);
                throw new InvalidOperationException("npm could not restore the client's packages.");
            }
        }

        return new NodeClient(folder);
    }

    public NodeRun Start(string script, params string[] arguments) => new(
        Process.Start(new ProcessStartInfo("node", ["--max-old-space-size=1024", script, .. arguments])
        {
            WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false,
        }) ?? throw new InvalidOperationException("node did not start."));
}
