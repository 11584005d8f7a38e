using System.Globalization;
using BackOffice.Core.Values;
using Microsoft.Extensions.Localization;

namespace BackOffice.Web.Resources;

/// <summary>The sentence and the next step of a refusal, in the reader's language.</summary>
public sealed class RefusalWords(IStringLocalizer<RefusalText> texts)
{
    private const int MostArguments = 4;

    public string Sentence(Refusal refusal) => Find($"Refusal.{refusal.Name}", refusal.Arguments);

    public string Next(Refusal refusal) => Find($"Refusal.{refusal.Name}.Next", refusal.Arguments);

    /// <summary>What it means for the customer, for saying on the phone; null where it means nothing to them.</summary>
    public string? Customer(Refusal refusal) => texts[$"Refusal.{refusal.Name}.Customer"] is { ResourceNotFound: false } text ? text.Value : null;

    /// <summary>A stored refusal is known by its name alone: what stood in its sentence is shown as a dash, never as a bare placeholder.</summary>
    private string Find(string key, IReadOnlyList<object> arguments)
    {
        object[] shown = [.. arguments.Select(Shown), .. Enumerable.Repeat("–", Math.Max(0, MostArguments - arguments.Count))];
        return texts[key] is { ResourceNotFound: false, Value: var text } ? string.Format(CultureInfo.CurrentCulture, text, shown) : key;
    }

    /// <summary>Amounts by the reader's culture, and stable words such as a permission's by their text.</summary>
    private object Shown(object argument) => argument switch
    {
        Money money => Components.Shared.MoneyText.Text(money),
        string word when texts["Word." + word] is { ResourceNotFound: false } text => text.Value,
        _ => argument,
    };
}
