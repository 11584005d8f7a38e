using BackOffice.Core.Values;
using Microsoft.Extensions.Localization;

namespace BackOffice.Web.Features.Cases;

/// <summary>Texts that say something else of a refund than of a void. A card refund is spoken of as a refund.</summary>
internal static class KindTexts
{
    /// <param name="key">Of the void's text; the refund's is <c>{key}.Refund</c>.</param>
    public static LocalizedString Of(this IStringLocalizer texts, CaseKind kind, string key, params object[] arguments) => texts[KeyOf(kind, key), arguments];

    public static string KeyOf(CaseKind kind, string key) => kind switch
    {
        CaseKind.Void => key,
        CaseKind.Refund or CaseKind.CardRefund => key + ".Refund",
    };
}
