using BackOffice.Core.Orders;
using BackOffice.Core.Quoting;
using BackOffice.Core.Values;
using BackOffice.Web.Components.Shared;
using BackOffice.Web.Resources;
using Microsoft.Extensions.Localization;

namespace BackOffice.Web.Features.Cases;

/// <summary>The one sentence that names the difference, and how a column's passengers are said, in the reader's language.</summary>
public sealed class CompareWords(IStringLocalizer<CompareText> texts)
{
    public string Sentence(OptionsView view)
    {
        var (kind, way, sums) = view.Comparison.Difference;
        var sum = string.Join(" + ", sums.Select(MoneyText.Text));
        return kind switch
        {
            DifferenceKind.More => texts[$"Difference.More.{way}", sum],
            DifferenceKind.Same => texts["Difference.Same", sum],
            DifferenceKind.Only => texts[$"Difference.Only.{way}", sum],
            DifferenceKind.OnlyTold => texts[$"Difference.OnlyTold.{way}", sum],
            DifferenceKind.People => texts["Difference.People", view.Comparison[ComparedWay.Void].People, view.Comparison[ComparedWay.Refund].People],
            DifferenceKind.Currencies or DifferenceKind.Nothing or DifferenceKind.NoCash => texts[$"Difference.{kind}"],
        };
    }

    /// <summary>Until when the void is open, where it is and that is known.</summary>
    public static DateTimeOffset? OpenUntil(OptionsView view) =>
        view.Comparison[ComparedWay.Void] is { WhyNot: null, Until: { At: { } at } } && at > view.AskedAt ? at : null;

    /// <summary>What stands between the sentence and the time that is left.</summary>
    public string Open(OptionsView view) => texts[view.Comparison.Difference is { Way: ComparedWay.Void, Kind: not DifferenceKind.OnlyTold } ? "Open.And" : "Open.Else"];

    public string People(OptionsView view, ComparedColumn column) =>
        column.People < view.Order.Passengers.Count ? texts["People.Some", column.People, view.Order.Passengers.Count]
            : column.People == 1 ? texts["People.One"]
            : texts["People.All", column.People];

    /// <summary>Why the agency's fee is beside the sum and not in it.</summary>
    public string FeeBeside(ComparedColumn column) => texts[column.Gets.Count > 0 ? "Fee.OtherCurrency" : "Fee.NoCash"];
}
