using System.Globalization;

namespace Kills;

/// <param name="Kills">How many times a process is killed.</param>
/// <param name="Seed">Of the plan: when, how, beside what. The processes themselves keep their own time, so a seed is no replay to the letter.</param>
/// <param name="Program">The folder that holds the built program.</param>
internal sealed record KillOptions(int Kills, int Seed, string Program)
{
    public const string Usage = "dotnet run -c Release --project tests/Kills -- [--kills 300] [--seed 1] [--program FOLDER]";

    public static KillOptions? Read(string[] args)
    {
        var options = new KillOptions(300, 1, Built());
        for (var i = 0; i < args.Length; i += 2)
        {
            var value = i + 1 < args.Length ? args[i + 1] : "";
            var read = args[i] switch
            {
                "--kills" when int.TryParse(value, CultureInfo.InvariantCulture, out var kills) && kills > 0 => options with { Kills = kills },
                "--seed" when int.TryParse(value, CultureInfo.InvariantCulture, out var seed) => options with { Seed = seed },
                "--program" when File.Exists(Path.Combine(value, "BackOffice.Web.dll")) => options with { Program = Path.GetFullPath(value) },
                _ => null,
            };
            if (read is null)
            {
                return null;
            }

            options = read;
        }

        return options;
    }

    /// <summary>What was built with this program; compiled ahead of time where that was asked for.</summary>
    private static string Built()
    {
        var (plain, precompiled) = (AppContext.BaseDirectory, Path.Combine(AppContext.BaseDirectory, "precompiled"));
        var (dll, faster) = (Path.Combine(plain, "BackOffice.Web.dll"), Path.Combine(precompiled, "BackOffice.Web.dll"));
        return File.Exists(faster) && File.GetLastWriteTimeUtc(faster) >= File.GetLastWriteTimeUtc(dll) ? precompiled : plain;
    }
}
