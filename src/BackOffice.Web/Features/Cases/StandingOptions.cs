using BackOffice.Core.Cases;
using BackOffice.Core.Quoting;

namespace BackOffice.Web.Features.Cases;

/// <summary>What is left of a comparison some time after it was asked for. Pure.</summary>
internal static class StandingOptions
{
    /// <summary>A void whose last safe moment has passed is no way any more, and nothing is compared with it.</summary>
    public static OptionsView At(OptionsView view, DateTimeOffset now) =>
        view.Comparison[ComparedWay.Void].WhyNot is null && LastMomentOf(view) <= now ? view with { Comparison = view.Comparison.WithoutVoid(CasesRefusals.TooLate) } : view;

    /// <summary>When the void closes, less the margin; null where that is not known.</summary>
    public static DateTimeOffset? LastMomentOf(OptionsView view) => view.Comparison[ComparedWay.Void].Until?.At - view.Margin;
}
