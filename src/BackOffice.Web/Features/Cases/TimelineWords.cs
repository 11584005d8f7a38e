using System.Globalization;
using BackOffice.Core.Access;
using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Recovery;
using BackOffice.Core.Values;
using BackOffice.Web.Components.Shared;
using BackOffice.Web.Resources;
using Microsoft.Extensions.Localization;

namespace BackOffice.Web.Features.Cases;

/// <summary>A timeline line as a sentence in the reader's language: refusals, amounts, statuses and stable words are put into words first.</summary>
/// <param name="kind">Of the case; a text that says something else of a refund has a twin <c>{key}.Refund</c>, and of a card refund <c>{key}.Card</c>.</param>
/// <param name="backTo">Where what comes back goes: Atlas's numbers say it of the deposit and of the agency's card only.</param>
public sealed class TimelineWords(IStringLocalizer<TimelineText> texts, RefusalWords refusals, CaseKind kind, RefundTarget backTo = RefundTarget.Unknown)
{
    private const string Nothing = "–";
    private const int MostArguments = 4;

    /// <summary>What each argument of a kind is, in order.</summary>
    private static readonly Dictionary<string, Word[]> Shapes = new(StringComparer.Ordinal)
    {
        ["opened"] = [Word.Plain, Word.Other],
        ["taken"] = [Word.Plain],
        ["promised"] = [Word.Day, Word.Reason],
        ["quoted"] = [Word.Sum, Word.Method, Word.Changed],
        ["quote-refused"] = [Word.Refusal, Word.Code],
        ["approval-asked"] = [Word.Sum, Word.Reason],
        ["approved"] = [Word.Sum, Word.Reason],
        ["declined"] = [Word.Sum, Word.Reason],
        ["request-withdrawn"] = [Word.Reason],
        ["request-expired"] = [Word.Sum],
        ["send-permitted"] = [Word.Sum, Word.Reason],
        ["sending"] = [Word.Sum],
        ["stopped-before-sending"] = [Word.Refusal, Word.Code],
        ["accepted"] = [Word.Plain, Word.Status],
        ["send-refused"] = [Word.Refusal, Word.Code],
        ["send-unknown"] = [Word.Silence],
        ["partner-found"] = [Word.Plain, Word.Status],
        ["nothing-found"] = [Word.Evidence, Word.Evidence],
        ["status"] = [Word.Status, Word.Status, Word.Reason],
        ["decided-not-sent"] = [Word.Reason],
        ["decided-sent"] = [Word.Plain, Word.Reason],
        ["closed-by-hand"] = [Word.Reason],
        ["recorded-by-hand"] = [Word.Plain, Word.Status],
        ["amount-seen"] = [Word.Sum],
        ["withdrawn"] = [Word.Reason, Word.Other],
    };

    private static readonly HashSet<string> MoneyKinds = new(StringComparer.Ordinal)
    {
        "quoted", "approval-asked", "approved", "declined", "send-permitted", "sending", "stopped-before-sending", "accepted", "send-refused",
        "send-unknown", "partner-found", "status", "decided-not-sent", "decided-sent", "closed-by-hand", "recorded-by-hand",
        "amount-seen",
    };

    private enum Word
    {
        Plain,
        Sum,
        Method,
        Changed,
        Refusal,
        Code,
        Reason,
        Status,
        Silence,
        Evidence,
        Day,

        /// <summary>The number of another case that belongs to it, where there is one.</summary>
        Other,
    }

    public static IEnumerable<string> Kinds => Shapes.Keys;

    public CaseKind Kind => kind;

    public static bool IsAboutMoney(string kind) => MoneyKinds.Contains(kind);

    /// <summary>What happened, to be read after the name of who did it.</summary>
    public string Sentence(TimelineEntry entry)
    {
        var shape = Shapes.GetValueOrDefault(entry.Kind, []);
        var shown = Enumerable.Repeat(Nothing, MostArguments).Cast<object>().ToArray();
        for (var i = 0; i < MostArguments; i++)
        {
            var word = i < shape.Length ? shape[i] : Word.Plain;
            shown[i] = i < entry.Arguments.Count ? Say(word, entry.Arguments[i], entry.Kind) : word == Word.Other ? "" : Nothing;
        }

        var text = Text($"Timeline.{(IsInDoubt(shape, entry) ? "in-doubt" : entry.Kind)}");
        return text.ResourceNotFound ? entry.Kind : string.Format(CultureInfo.CurrentCulture, text.Value, shown).Trim();
    }

    /// <summary>Who did it: a colleague by name, the program as "the desk".</summary>
    public string Who(TimelineEntry entry) => entry.ActorId == Actor.Worker.Id ? texts["Desk"] : entry.ActorName;

    /// <summary>Why nobody knows how a send ended, from the stored word: <c>timeout</c>, <c>http-502</c>, <c>status-814</c> …</summary>
    public string Silence(string word)
    {
        if (word.Split('-', 2) is ["http" or "status", var number] parts)
        {
            return texts[$"Silence.{parts[0]}", number];
        }

        return Known($"Silence.{word}") ?? word;
    }

    /// <summary>Held after a restore, by whatever input: nobody asked for anything, and nobody knows that nothing left the house.</summary>
    private static bool IsInDoubt(Word[] shape, TimelineEntry entry) =>
        shape is [Word.Refusal, ..] && entry.Arguments is [var name, ..] && RecoveryRefusals.LeavesDoubt(name);

    private string Say(Word word, string argument, string about) => word switch
    {
        Word.Sum => Sum(argument, about),
        Word.Method => Known($"Method.{argument}") ?? argument,
        Word.Changed => argument == "changed" ? texts["Changed"] : "",
        Word.Refusal => refusals.Sentence(new Refusal(argument, RefusalKind.NotNow)),
        Word.Code => argument is "" or Nothing ? "" : string.Format(CultureInfo.CurrentCulture, Text("Code").Value, argument),
        Word.Reason => argument is "" or Nothing ? "" : texts["Reason", argument],
        Word.Status => Status(argument),
        Word.Silence => Silence(argument),
        Word.Evidence => Known($"Evidence.{argument}") ?? (argument.Contains('.', StringComparison.Ordinal) ? refusals.Sentence(new Refusal(argument, RefusalKind.Partner)).TrimEnd('.', '。') : Silence(argument)),
        Word.Day => DateOnly.TryParseExact(argument, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToString(texts["Day"], CultureInfo.CurrentCulture) : argument,
        Word.Other => argument is "" or Nothing ? "" : texts[$"Other.{about}", argument],
        _ => argument,
    };

    /// <summary>AsiaBill numbers its statuses in its own way: one that it does not list never borrows the words of Atlas's.</summary>
    private string Status(string argument)
    {
        if (kind != CaseKind.CardRefund && EndKeyOf(argument) is { } end)
        {
            return texts[end, argument];
        }

        var known = kind == CaseKind.CardRefund && argument != Nothing ? texts[KindTexts.EachKeyOf(kind, $"Status.{argument}")] : Text($"Status.{argument}");
        return known.ResourceNotFound ? texts["Status", argument] : known.Value;
    }

    private string? EndKeyOf(string status) => (status, backTo) switch
    {
        ("2" or "5", RefundTarget.Voucher) => "Status.Voucher",
        ("2", not RefundTarget.Deposit) => "Status.Refunded",
        ("5", not RefundTarget.AgencyCard) => "Status.Completed",
        _ => null,
    };

    private string Sum(string argument, string about)
    {
        if (argument is "" or Nothing)
        {
            return Text(about == "quoted" ? "NoSum.Quoted" : "NoSum");
        }

        return string.Join(" + ", argument.Split(" + ").Select(OneSum));
    }

    private static string OneSum(string text) =>
        text.Split(' ', 2) is [var currency, var number]
        && decimal.TryParse(number, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount)
        && Money.From(amount, currency) is { } money
            ? MoneyText.Text(money)
            : text;

    private string? Known(string key) => Text(key) is { ResourceNotFound: false } found ? found.Value : null;

    /// <summary>What is said of this kind alone, else what is said of any refund, else what is said of all.</summary>
    private LocalizedString Text(string key) =>
        texts[KindTexts.EachKeyOf(kind, key)] is { ResourceNotFound: false } own ? own
        : texts[KindTexts.KeyOf(kind, key)] is { ResourceNotFound: false } refund ? refund
        : texts[key];
}
