using System.Globalization;
using System.Resources;
using BackOffice.Core.Orders;
using BackOffice.Core.Quoting;
using BackOffice.Core.Values;
using BackOffice.Web.Resources;
using BackOffice.Web.Session;

namespace BackOffice.Web.Features.Cases;

/// <summary>
/// What the customer is told of the three ways, in the customer's language whatever the reader's is. Nothing of the house in it: no order number of
/// Atlas's, no fee of Atlas's, and of the agency's own only what the customer pays on top. Pure.
/// </summary>
public sealed class CustomerLetter
{
    private static readonly ResourceManager Texts = new(typeof(CompareText));
    private static readonly ResourceManager Refusals = new(typeof(RefusalText));

    private readonly OptionsView view;
    private readonly DateTimeOffset now;
    private readonly CultureInfo language;
    private readonly bool namesPeople;

    private CustomerLetter(OptionsView view, DateTimeOffset now, CultureInfo language, bool namesPeople) =>
        (this.view, this.now, this.language, this.namesPeople) = (view, now > view.AskedAt ? now : view.AskedAt, language, namesPeople);

    public static IReadOnlyList<string> Languages { get; } = ["en", "zh-Hans"];

    /// <param name="now">When the customer gets it: what has closed since it was asked for is not offered.</param>
    /// <param name="language">One of <see cref="Languages"/>.</param>
    /// <param name="namesPeople">Whether the reader may see names. Where they are masked people are counted, and told apart by their place in the order.</param>
    /// <returns>Lines, each a whole sentence or more.</returns>
    public static string Write(OptionsView view, DateTimeOffset now, string language, bool namesPeople) =>
        string.Join('\n', new CustomerLetter(view, now, CultureInfo.GetCultureInfo(language), namesPeople).Lines());

    private IEnumerable<string> Lines()
    {
        var order = view.Order;
        yield return Say("Say.Booking", string.Join(" · ", new[] { order.AirlinePnr, order.Route, Departure(order) }.Where(t => !string.IsNullOrEmpty(t))));
        yield return Everybody(order.Passengers);
        yield return "";
        yield return Way(view.Comparison[ComparedWay.Void], Say("Say.Void"));
        yield return Way(view.Comparison[ComparedWay.Refund], view.Refunded.Count < order.Passengers.Count ? RefundOfSome() : Say("Say.Refund"));
        yield return Say("Say.Keep");
        yield return "";
        yield return Say("Say.Final");
    }

    private string Everybody(IReadOnlyList<OrderPassenger> all) => namesPeople
        ? Say("Say.Passengers", string.Join(", ", all.Select(p => PassengerName.Of(p.LastName, p.FirstName))))
        : all.Count == 1 ? Say("Say.People.One") : Say("Say.People", all.Count);

    /// <summary>By name, else by number; by how many where an order that was read again does not know them all.</summary>
    private string RefundOfSome()
    {
        if (namesPeople)
        {
            return Say("Say.RefundOf", string.Join(", ", view.Refunded.Select(p => PassengerName.Of(p.LastName, p.FirstName))));
        }

        var all = view.Order.Passengers.Count;
        var numbers = view.Refunded.Select(p => view.Order.NumberOf(p.LastName, p.FirstName)).OfType<int>().Order().Select(n => n.ToString(language)).ToList();
        return numbers.Count < view.Refunded.Count ? Say("Say.RefundOfSome", view.Refunded.Count, all)
            : numbers is [var one] ? Say("Say.RefundOfNumber", one, all)
            : Say("Say.RefundOfNumbers", Say("Say.Numbers.Last", numbers.SkipLast(1).Aggregate((said, next) => Say("Say.Numbers.Next", said, next)), numbers[^1]), all);
    }

    private string Way(ComparedColumn column, string title)
    {
        if (column.WhyNot is { } no)
        {
            return OrdersRefusals.LeavesOpen(no) ? Say("Say.Line", title, Say("Say.Asking"))
                : Why(no, column.Way) is { } why ? Say("Say.Told", title, why)
                : Say("Say.Line", title, Say("Say.NotPossible"));
        }

        var by = column.Until?.At - view.Margin;
        if (by <= now)
        {
            return Say("Say.Line", title, Say("Say.NotPossible"));
        }

        var what = Brings(column);
        var line = Say("Say.Line", title, column.ExpectedOn is { } on ? Say("Say.Around", what, Day(on)) : what);
        string?[] more =
        [
            column is { Sureness: ComparedSureness.Estimated } ? Say("Say.Estimate") : null,
            column.AgencyFee is { Taken: null, Amount: var fee } ? Say("Say.Fee", Amount(fee)) : null,
            by is { } moment && column.Until is { } until ? Say(until.Certainty == DeadlineCertainty.NotCertain ? "Say.By.Unsure" : "Say.By", Moment(moment, until.Zone)) : null,
        ];
        // Chinese sentences end with a mark that is as wide as a space.
        return string.Join(language.TwoLetterISOLanguageName == "zh" ? "" : " ", [line, .. more.OfType<string>()]);
    }

    /// <summary>Whole sentences, or null where there are none. Those that lead to a refund instead are not said of the refund itself.</summary>
    private string? Why(Refusal no, ComparedWay way) =>
        way == ComparedWay.Refund && NextSteps.Of(no, CaseKind.Void) == NextStep.OpenRefund ? null : Refusals.GetString($"Refusal.{no.Name}.Customer", language);

    private string Brings(ComparedColumn column)
    {
        var cash = column.Gets.Concat(column.BesideVoucher).Where(s => !s.IsZero).ToList();
        List<string> parts = [];
        if (cash.Count > 0)
        {
            parts.Add(Say("Say.Cash", string.Join(" + ", cash.Select(Amount))));
        }

        parts.AddRange(column.Vouchers.Select(Voucher));
        if (column is { How: RefundMethod.Voucher, Vouchers.Count: 0 })
        {
            parts.Add(Say("Say.VoucherUnknown"));
        }
        else if (parts.Count == 0)
        {
            parts.Add(Say(column.Gets.Count > 0 ? "Say.Nothing" : "Say.Undecided"));
        }

        return parts.Aggregate((all, next) => Say("Say.And", all, next));
    }

    private string Voucher(QuotedVoucher voucher)
    {
        var what = voucher.Worth is { } worth ? Say("Say.Voucher", Amount(worth)) : Say("Say.VoucherUnknown");
        return voucher.ValidUntil is { } day ? Say("Say.VoucherUntil", what, Day(day)) : what;
    }

    private string? Departure(OrderSnapshot order) => order.Segments.Count > 0 && order.Segments[0].DepartsLocal is { } departs ? Day(DateOnly.FromDateTime(departs)) : null;

    private string Day(DateOnly day) => day.ToString(Say("Date"), language);

    /// <summary>In the zone in which the airline counts, named as on the screen; UTC where none is known.</summary>
    private string Moment(DateTimeOffset at, string? zone)
    {
        var (there, name) = zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var rules)
            ? (TimeZoneInfo.ConvertTime(at, rules), BrowserTime.NameOf(rules, at, language))
            : TimeSpan.TryParse(zone?.TrimStart('+'), CultureInfo.InvariantCulture, out var offset) && offset.Duration() <= TimeSpan.FromHours(14)
                ? (at.ToOffset(offset), "UTC" + zone)
                : (at.ToUniversalTime(), "UTC");
        return Say(name.StartsWith("UTC", StringComparison.Ordinal) ? "Say.TimeAt" : "Say.TimeIn", there.ToString(Say("Say.Time"), language), name);
    }

    private string Amount(Money money) =>
        $"{money.Currency} {money.Amount.ToString("N" + Currencies.Decimals(money.Currency).ToString(CultureInfo.InvariantCulture), language)}";

    private string Say(string key, params object[] arguments) =>
        string.Format(language, Texts.GetString(key, language) ?? throw new InvalidOperationException("There is no text " + key + "."), arguments);
}
