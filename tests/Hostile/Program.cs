using Hostile;

if (Wanted.Read(args) is not { } wanted)
{
    Console.Error.WriteLine(Wanted.Usage);
    return 2;
}

var root = new DirectoryInfo(AppContext.BaseDirectory);
while (!File.Exists(Path.Combine(root.FullName, "AtlasBackOffice.sln")))
{
    root = root.Parent ?? throw new InvalidOperationException("This runs inside the repository: AtlasBackOffice.sln was not found above " + AppContext.BaseDirectory);
}

// The database and the log of the newest run stay to be looked at.
var folder = Path.Combine(root.FullName, "artifacts", "hostile", "last");
if (Directory.Exists(folder))
{
    Directory.Delete(folder, recursive: true);
}

Directory.CreateDirectory(folder);
File.Copy(Path.Combine(root.FullName, "src", "BackOffice.Web", "appsettings.json"), Path.Combine(folder, "appsettings.json"));
Verdict verdict;
await using (var run = new Run(wanted, root.FullName, folder))
{
    verdict = await run.ExecuteAsync(CancellationToken.None);
}

foreach (var (what, times) in verdict.Attack.Losses)
{
    Console.WriteLine($"No answer, {times} times: {what}");
}

foreach (var finding in verdict.Findings)
{
    Console.WriteLine("FINDING: " + finding);
}

Console.WriteLine(verdict.Line(wanted.Seed));
if (verdict.Findings.Count == 0)
{
    return 0;
}

Console.WriteLine($"The database and the log are in {folder}; the same plan again: --messages {wanted.Messages} --seed {wanted.Seed}");
return 1;
