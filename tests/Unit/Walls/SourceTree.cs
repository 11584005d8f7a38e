using System.Text.RegularExpressions;

namespace Unit.Walls;

/// <summary>The product's source as it lies in the repository: without what was built and without migrations, which a tool writes.</summary>
internal static partial class SourceTree
{
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<SourceFile> Files { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, "src"), "*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal))
            .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
            .Where(f => !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/Migrations/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(f => new SourceFile(f, File.ReadAllText(Path.Combine(Root, f)))),
    ];

    public static IEnumerable<SourceFile> Under(string folder) => Files.Where(f => f.Path.StartsWith(folder, StringComparison.Ordinal));

    /// <summary>The files whose code, comments aside, speaks of something.</summary>
    public static IEnumerable<string> Speaking(this IEnumerable<SourceFile> files, string pattern) =>
        files.Where(f => Regex.IsMatch(f.Code, pattern, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10))).Select(f => f.Path);

    public static string WithoutComments(string text) => Comments().Replace(text, "");

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Comments();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "AtlasBackOffice.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder.FullName;
    }
}

/// <param name="Path">From the root of the repository, with forward slashes.</param>
internal sealed record SourceFile(string Path, string Text)
{
    /// <summary>The text without whole lines of comment.</summary>
    public string Code { get; } = SourceTree.WithoutComments(Text);

    public int Lines => Text.AsSpan().TrimEnd('\n').Count('\n') + 1;
}
