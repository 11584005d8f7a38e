namespace Kills;

/// <summary>What goes wrong at the partner besides the kills, by chance.</summary>
internal static class Mischief
{
    /// <summary>Scenes that are played again and again, and how often.</summary>
    private static readonly (string Scene, int Weight)[] Scenes =
    [
        ("plain-deposit", 60), ("vcc", 8), ("two-passengers-and-bag", 6), ("lost-reply-after", 8), ("lost-reply-before", 4), ("voucher", 4),
        ("rejected-later", 3), ("skips-to-refunded", 3), ("nine-passengers", 2), ("stuck-at-zero", 2),
    ];

    /// <summary>What happens to a <c>void.do</c>; one that is after it was processed has moved money all the same.</summary>
    private static readonly (Wrong? Wrong, int Weight)[] Sends =
    [
        (null, 38), (new("hold-after"), 12), (new("hold"), 9), (new("delay-after", 1), 8), (new("delay", 1), 4), (new("drop-after"), 7), (new("drop-before"), 4),
        (new("html-after", 502), 3), (new("html", 503), 2), (new("code-after", 9999), 2), (new("code", 814), 1), (new("code", 808), 2), (new("code", 805), 1),
        (new("rate-limited", 1), 1), (new("garbled"), 2), (new("truncated"), 1), (new("without", null, "voidCode"), 1), (new("extra-fields"), 1), (new("unknown-enums"), 1),
    ];

    private static readonly Wrong[] Questions =
    [
        new("drop-before"), new("drop-after"), new("html", 502), new("garbled"), new("truncated"), new("delay", 1), new("rate-limited", 1), new("code", 9999),
    ];

    public static string Scene(Random chance) => Pick(Scenes, chance);

    /// <summary>Plans what goes wrong with the order from now on.</summary>
    public static async Task PlanAsync(StandIn standIn, string orderNo, Random chance)
    {
        if (Pick(Sends, chance) is { } send)
        {
            await standIn.PlanAsync("void.do", send.Fault, orderNo, send.Number, send.Field);
        }

        foreach (var path in new[] { "voidQuotation.do", "queryVoidOrders.do" })
        {
            if (chance.NextDouble() < 0.12)
            {
                var question = Questions[chance.Next(Questions.Length)];
                await standIn.PlanAsync(path, question.Fault, orderNo, question.Number, question.Field);
            }
        }
    }

    private static T Pick<T>((T What, int Weight)[] choices, Random chance)
    {
        var at = chance.Next(choices.Sum(c => c.Weight));
        foreach (var (what, weight) in choices)
        {
            if ((at -= weight) < 0)
            {
                return what;
            }
        }

        return choices[0].What;
    }

    private sealed record Wrong(string Fault, int? Number = null, string? Field = null);
}
