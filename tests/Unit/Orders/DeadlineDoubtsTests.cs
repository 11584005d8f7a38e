using System.Globalization;
using System.Resources;
using BackOffice.Core.Orders;
using BackOffice.Web.Resources;

namespace Unit.Orders;

public sealed class DeadlineDoubtsTests
{
    public static MatrixTheoryData<string, string> Words => new(DeadlineDoubts.All, ["en", "zh-Hans"]);

    /// <summary>A doubt without a text would show its bare word to an agent.</summary>
    [Theory]
    [MemberData(nameof(Words))]
    public void Doubt_InEveryLanguage_HasAText(string doubt, string language)
    {
        var texts = new ResourceManager(typeof(SharedText)).GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: language == "en");

        Assert.False(string.IsNullOrWhiteSpace(texts?.GetString("Deadline.Doubt." + doubt)));
    }
}
