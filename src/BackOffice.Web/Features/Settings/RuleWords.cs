using BackOffice.Core.Settings;
using BackOffice.Web.Components.Shared;
using BackOffice.Web.Resources;
using Microsoft.Extensions.Localization;

namespace BackOffice.Web.Features.Settings;

/// <summary>What an approval rule does, in a sentence.</summary>
public static class RuleWords
{
    public static string Sentence(IStringLocalizer<SettingsText> texts, ApprovalRule rule) => (rule.FreeUpToMinor, rule.SecondFrom) switch
    {
        (0, null) => texts["Rule.Always", rule.Currency],
        (0, { } second) => texts["Rule.AlwaysSecond", rule.Currency, MoneyText.Text(second)],
        (_, null) => texts["Rule.Free", MoneyText.Text(rule.FreeUpTo)],
        (_, { } second) => texts["Rule.FreeSecond", MoneyText.Text(rule.FreeUpTo), MoneyText.Text(second)],
    };
}
