using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using BackOffice.Core.Values;
using BackOffice.Web.Resources;

namespace Unit.Web.Shell;

/// <summary>Whatever a person may read is there in every language, with the same placeholders.</summary>
public sealed partial class TextsTests
{
    private static readonly string[] Languages = ["", "zh-Hans"];

    public static TheoryData<string> Areas =>
        [.. typeof(RefusalText).Assembly.GetTypes().Where(t => t.Namespace == typeof(RefusalText).Namespace && t.Name.EndsWith("Text", StringComparison.Ordinal)).Select(t => t.Name).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Refusals =>
        [.. typeof(Refusal).Assembly.GetTypes().SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
            .Where(f => f.FieldType == typeof(Refusal)).Select(f => ((Refusal)f.GetValue(null)!).Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Refusal_EachField_HasSentenceAndNextStepInEveryLanguage(string name)
    {
        var missing = Languages.SelectMany(language => new[] { $"Refusal.{name}", $"Refusal.{name}.Next" }.Where(key => !Texts(nameof(RefusalText), language).ContainsKey(key)));

        Assert.Empty(missing);
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public void Area_EachKey_IsThereInBothLanguagesWithTheSamePlaceholders(string area)
    {
        var (english, chinese) = (Texts(area, ""), Texts(area, "zh-Hans"));

        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), chinese.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(english.Where(text => !Placeholders(text.Value).SetEquals(Placeholders(chinese[text.Key]))).Select(text => text.Key));
        Assert.Empty(english.Concat(chinese).Where(text => string.IsNullOrWhiteSpace(text.Value)).Select(text => text.Key));
    }

    private static Dictionary<string, string> Texts(string area, string language)
    {
        var manager = new ResourceManager(typeof(RefusalText).Namespace + "." + area, typeof(RefusalText).Assembly);
        var set = manager.GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false);
        return set is null
            ? []
            : set.Cast<System.Collections.DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);
    }

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\{\d+", RegexOptions.None, 1000)]
    private static partial Regex Placeholder();
}
