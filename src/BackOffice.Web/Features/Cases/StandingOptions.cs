using BackOffice.Core.Cases;
using BackOffice.Core.Quoting;

namespace BackOffice.Web.Features.Cases;

/// <summary>What is left of a comparison some time after it was asked for. Pure.</summary>
internal static class StandingOptions
{
    /// <summary>A void whose last safe moment has passed is no way any more, and nothing is compared with it.</summary>
    public static OptionsView At(OptionsView view, DateTimeOffset now)
    {
        var byVoid = view.Comparison[ComparedWay.Void];
        if (byVoid.WhyNot is not null || LastMomentOf(view) is not { } last || now < last)
        {
            return view;
        }

        var closed = new ComparedColumn { Way = ComparedWay.Void, WhyNot = CasesRefusals.TooLate, People = byVoid.People, Sureness = ComparedSureness.Unknown };
        return view with
        {
            Comparison = view.Comparison with
            {
                Columns = [.. view.Comparison.Columns.Select(c => c.Way == ComparedWay.Void ? closed : c)],
                Difference = Without(view.Comparison[ComparedWay.Refund]),
            },
        };
    }

    /// <summary>When the void closes, less the margin; null where that is not known.</summary>
    public static DateTimeOffset? LastMomentOf(OptionsView view) => view.Comparison[ComparedWay.Void].Until?.At - view.Margin;

    private static ComparedDifference Without(ComparedColumn byRefund) =>
        byRefund.Gets.Count == 0 ? new ComparedDifference(DifferenceKind.NoCash, null, [])
            : byRefund.Gets.All(s => s.IsZero) ? new ComparedDifference(DifferenceKind.Nothing, ComparedWay.Refund, byRefund.Gets)
            : new ComparedDifference(DifferenceKind.Only, ComparedWay.Refund, byRefund.Gets);
}
