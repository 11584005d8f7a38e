using Kills;

if (KillOptions.Read(args) is not { } options)
{
    Console.Error.WriteLine(KillOptions.Usage);
    return 2;
}

var folder = Directory.CreateTempSubdirectory("back-office-kills-");
Console.WriteLine($"Killing {options.Kills} times with seed {options.Seed} in {folder.FullName}");
var figures = await new Run(options, folder.FullName).ExecuteAsync();
if (options.Kills >= Run.Batch && figures.KillsInACall == 0)
{
    figures.Add("no process was killed in a call: what this is about was not tried");
}

if (options.Kills >= Run.Batch && figures.KillsWhileStarting == 0)
{
    figures.Add("no process was killed while it started: that was not tried");
}

foreach (var fault in figures.Faults)
{
    Console.WriteLine($"FAULT (seed {options.Seed}): {fault}");
}

Console.WriteLine(figures.LastLine);
if (figures.Faults.Count > 0)
{
    Console.WriteLine("Everything is kept in " + folder.FullName);
    return 1;
}

folder.Delete(recursive: true);
return 0;
