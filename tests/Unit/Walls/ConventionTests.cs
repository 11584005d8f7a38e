using System.Reflection;
using BackOffice.Core.Access;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Orders;
using BackOffice.Core.Payments;
using BackOffice.Core.Settings;
using BackOffice.Core.Values;
using BackOffice.Core.Webhooks;
using Microsoft.Extensions.Options;

namespace Unit.Walls;

/// <summary>Promises that no compiler keeps.</summary>
public sealed class ConventionTests
{
    /// <summary>Rounds of the worker, what comes from the partner, and what whoever has the machine may do: nobody asks for these by name.</summary>
    private static readonly string[] WithoutAPerson = ["AfterRestoreRound", "AskNamed", "AskPartner", "DispatchRound", "LetIn", "ProcessNotices", "ReceiveNotice", "ReconcileRound", "RecoverRound", "ReopenNotices", "SendOnce"];

    private static readonly Assembly[] Ours = [typeof(BackOfficeDb).Assembly, Assembly.Load("BackOffice.Web")];

    [Fact]
    public void UseCases_AreSealedAndDoOneThing() =>
        Assert.Equal([], UseCases.All.Where(t => !t.IsSealed || t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Length != 1).Select(t => t.Name));

    [Fact]
    public void UseCases_TakeTheTokenLast() =>
        Assert.Equal([], UseCases.All.Where(t => UseCases.Method(t).GetParameters()[^1] is not { HasDefaultValue: false, ParameterType: var last } || last != typeof(CancellationToken)).Select(t => t.Name));

    [Fact]
    public void UseCases_TakeTheActorFirst_WhereAPersonActs() =>
        Assert.Equal(WithoutAPerson, UseCases.All.Except(UseCases.OfPeople).Select(t => t.Name));

    [Fact]
    public void UseCases_OfPeople_AnswerWithAnOutcome() =>
        Assert.Equal([], UseCases.OfPeople.Where(t => UseCases.Method(t).ReturnType.GetGenericArguments() is not [{ IsGenericType: true } outcome] || outcome.GetGenericTypeDefinition() != typeof(Outcome<>)).Select(t => t.Name));

    /// <summary>Whatever is bound from settings is checked at start: by a validator of its own.</summary>
    [Fact]
    public void Options_ThatAreTaken_HaveAValidator()
    {
        var types = Ours.SelectMany(a => a.GetTypes()).ToList();
        var taken = types.SelectMany(t => t.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)).SelectMany(c => c.GetParameters())
            .Select(p => p.ParameterType).Where(p => p.IsGenericType && (p.GetGenericTypeDefinition() == typeof(IOptions<>) || p.GetGenericTypeDefinition() == typeof(IOptionsMonitor<>)))
            .Select(p => p.GetGenericArguments()[0]).Distinct().Where(o => Ours.Contains(o.Assembly)).ToList();

        Assert.NotEmpty(taken);
        Assert.Equal([], taken.Where(o => !types.Exists(t => typeof(IValidateOptions<>).MakeGenericType(o).IsAssignableFrom(t))).Select(o => o.Name));
    }

    /// <summary>A right that nothing asks for protects nothing.</summary>
    [Fact]
    public void Permissions_AreAllAskedFor()
    {
        var code = string.Concat(SourceTree.Files.Where(f => !f.Path.EndsWith("/Access/Role.cs", StringComparison.Ordinal)).Select(f => f.Code));

        Assert.Equal([], Enum.GetNames<Permission>().Where(p => !code.Contains("Permission." + p, StringComparison.Ordinal)));
    }

    /// <summary>A refusal's name is a key to texts, a word in databases and in people's tickets.</summary>
    [Fact]
    public void Refusals_HaveNamesOfTheirOwn()
    {
        var names = Refusals().Select(r => r.Name).ToList();

        Assert.Equal([], names.GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.All(names, name => Assert.Matches("^[a-z]+(\\.[a-z0-9]+(-[a-z0-9]+)*)$", name));
    }

    /// <summary>Refusals are stored with a case in a column of sixty characters.</summary>
    [Fact]
    public void Refusals_FitTheirColumn() => Assert.Equal([], Refusals().Where(r => r.Name.Length > 60).Select(r => r.Name));

    /// <summary>Stored by name or by number in columns and in JSON: a new one may come at the end, none may move.</summary>
    [Theory]
    [InlineData(typeof(PaymentMethod), "Deposit VirtualCard OwnAirlineAccount MerchantOfRecord Other")]
    [InlineData(typeof(RefundMethod), "Cash Voucher Other")]
    [InlineData(typeof(CardRefundStatus), "Pending Success Fail")]
    [InlineData(typeof(OrderStage), "Unpaid Ticketing Ticketed Cancelled Other")]
    [InlineData(typeof(PassengerType), "Adult Child Infant Other")]
    [InlineData(typeof(DeadlineLimit), "PartnerDeadline AfterIssue BeforeDeparture SameDay None NoWindow")]
    [InlineData(typeof(QuoteSureness), "Computed CannotQuote")]
    [InlineData(typeof(RefundReason), "Voluntary Involuntary")]
    [InlineData(typeof(NoticePartner), "Atlas AsiaBill")]
    [InlineData(typeof(CustomerPaid), "OnConfirmation OnAcceptance ByHand")]
    [InlineData(typeof(CaseKind), "Void Refund CardRefund")]
    [InlineData(typeof(DeadlineCertainty), "Certain Estimated NotCertain")]
    public void Enums_ThatAreStored_KeepTheirNamesAndNumbers(Type type, string names) =>
        Assert.Equal(names.Split(' ').Select((name, i) => (i, name)), Enum.GetValues(type).Cast<object>().Select(v => (Convert.ToInt32(v, null), v.ToString()!)));

    [Fact]
    public void TimelineKinds_FitTheirColumn() =>
        Assert.Equal([], typeof(CaseInput).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(CaseInput))).Select(t => ((CaseInput)UseCases.Sample(t)!).Kind).Where(k => k.Length > 40));

    private static IEnumerable<Refusal> Refusals() =>
        Ours.SelectMany(a => a.GetTypes()).SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(f => f.FieldType == typeof(Refusal)).Select(f => (Refusal)f.GetValue(null)!);
}
