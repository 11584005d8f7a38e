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

var folder = Directory.CreateTempSubdirectory("backoffice-hostile-").FullName;
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
if (verdict.Findings.Count > 0)
{
    Console.WriteLine($"The database and the log of this run are in {folder}; it is had again with --messages {wanted.Messages} --seed {wanted.Seed}.");
    return 1;
}

Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
Directory.Delete(folder, recursive: true);
return 0;
