using BackOffice.Core.Cases;
using BackOffice.Core.Orders;

namespace BackOffice.Core.Export;

/// <summary>The stable words of the file; renaming one changes what finance has stored.</summary>
internal static class ExportWords
{
    public static string Of(PaymentMethod payment) => payment switch
    {
        PaymentMethod.Deposit => "deposit",
        PaymentMethod.VirtualCard => "virtual-card",
        PaymentMethod.OwnAirlineAccount => "own-airline-account",
        PaymentMethod.MerchantOfRecord => "merchant-of-record",
        PaymentMethod.Other => "other",
    };

    public static string Of(RefundMethod method) => method switch
    {
        RefundMethod.Cash => "cash",
        RefundMethod.Voucher => "voucher",
        RefundMethod.Other => "other",
    };

    public static string Of(DeadlineLimit limit) => limit switch
    {
        DeadlineLimit.PartnerDeadline => "partner-deadline",
        DeadlineLimit.AfterIssue => "after-issue",
        DeadlineLimit.BeforeDeparture => "before-departure",
        DeadlineLimit.SameDay => "same-day",
        DeadlineLimit.None => "none",        DeadlineLimit.NoWindow => "no-window",
    };

    public static string Of(DeadlineCertainty certainty) => certainty switch
    {
        DeadlineCertainty.Certain => "certain",
        DeadlineCertainty.Estimated => "estimated",
        DeadlineCertainty.NotCertain => "not-certain",
    };

    public static string Of(LegsVerdict verdict) => verdict switch
    {
        LegsVerdict.Open => "open",
        LegsVerdict.BothClosed => "both-closed",
        LegsVerdict.SupplierOnly => "supplier-only",
        LegsVerdict.CustomerOnly => "customer-only",
        LegsVerdict.Mismatch => "mismatch",
        LegsVerdict.NotToAgency => "not-to-agency",
    };
}
