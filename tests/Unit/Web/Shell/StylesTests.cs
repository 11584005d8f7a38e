using System.Text.RegularExpressions;
using Unit.Walls;

namespace Unit.Web.Shell;

public sealed partial class StylesTests
{
    /// <summary>What cannot be used at the moment, what holds no words, what is hidden, and figures while fresher ones are on their way.</summary>
    private static readonly string[] Dimmed = [".button[aria-busy=\"true\"]", ".skeleton", "fieldset:disabled :is(input, select, textarea)", ".rail-name", ".is-stale"];

    /// <summary>Opacity takes from every colour the contrast that it was chosen for: words that stay to be read have a quiet colour instead.</summary>
    [Fact]
    public void Opacity_OfWordsToBeRead_IsFull()
    {
        var sheets = Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "src", "BackOffice.Web", "wwwroot", "css"), "*.css")
            .Order(StringComparer.Ordinal).Select(path => Comment().Replace(File.ReadAllText(path), ""));

        var dimmed = sheets.SelectMany(sheet => Rule().Matches(sheet)).Where(rule => rule.Groups["value"].Value != "1").Select(rule => rule.Groups["selector"].Value.Trim());

        Assert.Equal(Dimmed, dimmed);
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"(?<selector>[^{};]+)\{[^{}]*\bopacity:\s*(?<value>[0-9.]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rule();
}
