using System.Globalization;

namespace Hostile;

/// <summary>What was asked for on the command line.</summary>
internal sealed record Wanted
{
    public const string Usage = "dotnet run -c Release --project tests/Hostile -- --messages N [--posts N] [--seed S]";

    /// <summary>Hub messages in all.</summary>
    public int Messages { get; init; } = 20_000;

    /// <summary>Requests without a circuit; one for each hundred messages where nothing is said.</summary>
    public int? Posts { get; init; }

    public int Seed { get; init; } = 1;

    /// <summary>Null where an argument is not understood.</summary>
    public static Wanted? Read(string[] args)
    {
        var wanted = new Wanted();
        for (var at = 0; at < args.Length; at += 2)
        {
            if (at + 1 == args.Length || !int.TryParse(args[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            var next = args[at] switch
            {
                "--messages" => wanted with { Messages = number },
                "--posts" => wanted with { Posts = number },
                "--seed" => wanted with { Seed = number },
                _ => null,
            };
            if (next is null)
            {
                return null;
            }

            wanted = next;
        }

        return wanted;
    }
}
