using BackOffice.Core.Values;
using Microsoft.Extensions.Localization;

namespace BackOffice.Web.Features.Cases;

/// <summary>Texts that say something else of a refund than of a void. A card refund is spoken of as a refund where the words fit both.</summary>
internal static class KindTexts
{
    /// <param name="key">Of the void's text; the refund's is <c>{key}.Refund</c>.</param>
    public static LocalizedString Of(this IStringLocalizer texts, CaseKind kind, string key, params object[] arguments) => texts[KeyOf(kind, key), arguments];

    /// <summary>A text that says a third thing of a card refund: <c>{key}.Card</c>.</summary>
    public static LocalizedString OfEach(this IStringLocalizer texts, CaseKind kind, string key, params object[] arguments) => texts[EachKeyOf(kind, key), arguments];

    public static string EachKeyOf(CaseKind kind, string key) => kind == CaseKind.CardRefund ? key + ".Card" : KeyOf(kind, key);

    public static string KeyOf(CaseKind kind, string key) => kind switch
    {
        CaseKind.Void => key,
        CaseKind.Refund or CaseKind.CardRefund => key + ".Refund",
    };
}
