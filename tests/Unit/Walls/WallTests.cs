using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using BackOffice.Core.Data;
using BackOffice.Core.Dispatch;
using BackOffice.Core.Orders;
using BackOffice.Core.Payments;

namespace Unit.Walls;

/// <summary>Who may know whom. A line here is changed on purpose or not at all.</summary>
public sealed partial class WallTests
{
    /// <summary>Each room of Core, and the rooms it may name.</summary>
    public static TheoryData<string, string> Rooms { get; } = new()
    {
        { "Values", "" },
        { "Access", "Data Values" },
        { "Audit", "Access Data Values" },
        { "Ledger", "Data Values" },
        { "Orders", "Access Data Values" },
        { "Payments", "Orders Values" },
        { "Settings", "Access Data Orders Payments Values" },
        { "Backups", "Audit Data Values" },
        { "Cases", "Access Backups Data Ledger Orders Payments Settings Values" },
        { "Quoting", "Access Approvals Backups Cases Data Orders Payments Values" },
        { "Approvals", "Access Backups Cases Data Ledger Orders Payments Quoting Settings Values" },
        { "Webhooks", "Access Cases Data Ledger Payments Values" },
        { "Dispatch", "Access Approvals Backups Cases Data Ledger Orders Payments Quoting Settings Values" },
        { "Reconciliation", "Access Approvals Cases Data Dispatch Ledger Orders Payments Settings Values Webhooks" },
        { "Recovery", "Approvals Backups Cases Data Dispatch Ledger Orders Reconciliation Values Webhooks" },
        { "Export", "Access Approvals Audit Cases Data Ledger Orders Settings Values" },
        { "Health", "Access Approvals Audit Cases Data Dispatch Ledger Orders Payments Recovery Settings Values Webhooks" },
        { "Data", "Access Audit Cases Values" },
        { "Atlas", "Orders Values" },
        { "AsiaBill", "Orders Payments Values" },
    };

    /// <summary>What may be named where, by everything under a folder; a folder or file in the third column is let through.</summary>
    public static TheoryData<string, string, string[]> Walls { get; } = new()
    {
        { "src/BackOffice.Core/", @"BackOffice\.(Web|Sandbox)\b", [] },
        { "src/BackOffice.Core/", @"Microsoft\.AspNetCore\.(Http|Mvc|Components|Routing|Builder|Hosting)\b|\b(HttpContext|IHttpContextAccessor)\b", [] },
        { "src/BackOffice.Sandbox/", @"BackOffice\.(Web|Core)\b", [] },
        { "src/BackOffice.Web/", @"BackOffice\.Sandbox\b", ["Hosting/"] },
        { "src/BackOffice.Web/", @"\b(BackOfficeDb|IDbContextFactory|DbContext)\b", ["Hosting/", "Components/Account/", "Session/StaffAuthenticationState.cs"] },
        { "src/BackOffice.Web/", @"BackOffice\.Core\.Atlas\b", ["Hosting/", "Features/Settings/OfficeSettings.cs", "Features/Webhooks/WebhookEndpoints.cs"] },
        { "src/BackOffice.Web/", @"BackOffice\.Core\.Atlas\.Wire\b|\bIAtlas(Sends|Api)\b|\bICardRefundSends\b", [] },
        { "src/BackOffice.Web/", @"BackOffice\.Core\.AsiaBill\b", ["Hosting/"] },
        { "src/BackOffice.Web/", @"\bIAtlasQuestions\b", ["Hosting/RehearsalSetup.cs"] },
        { "src/BackOffice.Web/", @"\b(HttpClient|HttpMessageInvoker|SocketsHttpHandler)\b", [] },
        { "src/BackOffice.Core/", @"\b(HttpClient|HttpMessageInvoker|SocketsHttpHandler)\b", ["AsiaBill/AsiaBillConnection.cs", "AsiaBill/AsiaBillTransport.cs", "Atlas/AtlasConnection.cs", "Atlas/AtlasTransport.cs"] },
        { "src/BackOffice.Core/", @"\bIDbContextFactory\b", ["Data/"] },
        { "src/BackOffice.Core/", @"\b(ExecuteUpdate|ExecuteDelete|ExecuteSql)\w*\(", ["Access/ResetSignIn.cs"] },
        { "src/BackOffice.Core/", @"\bDbUpdate\w*Exception\b", ["Data/"] },
        { "src/BackOffice.Core/", @"\bIAtlasSends\b", ["Orders/IAtlasSends.cs", "Atlas/AtlasSends.cs", "Atlas/AtlasModule.cs", "Dispatch/SendOnce.cs"] },
        { "src/BackOffice.Core/", "\"/?(void|refund)\\.do\"", ["Atlas/AtlasSendClient.cs"] },
        { "src/BackOffice.Core/", @"\bICardRefundSends\b", ["Payments/ICardRefundSends.cs", "AsiaBill/AsiaBillSends.cs", "AsiaBill/AsiaBillModule.cs", "Dispatch/SendOnce.cs"] },
        { "src/BackOffice.Core/AsiaBill/", @"\bHttpMethod\.(?!Get\b)\w+|\bForSends\(", ["AsiaBillConnection.cs", "AsiaBillSendClient.cs"] },
        { "src/", @"\b(MediatR|AutoMapper|Newtonsoft|Moq|NSubstitute)\b", [] },
        { "src/", @"#region\b|\bTODO\b|\bFIXME\b|NotImplementedException", [] },
    };

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Room_OfCore_NamesOnlyThoseItMay(string room, string allowed)
    {
        var files = SourceTree.Under($"src/BackOffice.Core/{room}/").ToList();

        var named = files.SelectMany(f => NamedRooms().Matches(f.Code).Select(m => m.Groups["room"].Value)).Distinct(StringComparer.Ordinal);

        Assert.NotEmpty(files);
        Assert.Equal([], named.Except(allowed.Split(' '), StringComparer.Ordinal).Except([room], StringComparer.Ordinal));
    }

    [Fact]
    public void Rooms_OfCore_AreAllListed() =>
        Assert.Equal(
            SourceTree.Under("src/BackOffice.Core/").Select(f => f.Path.Split('/')[2]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            Rooms.Select(r => r.Data.Item1).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Walls))]
    public void Wall_AroundAFolder_HasNoOtherGate(string folder, string pattern, string[] gates) =>
        Assert.Equal([], SourceTree.Under(folder).Speaking(pattern).Where(path => !gates.Any(gate => path[folder.Length..].StartsWith(gate, StringComparison.Ordinal))));

    /// <summary>A gate that nobody uses any more would let the next one through unseen.</summary>
    [Theory]
    [MemberData(nameof(Walls))]
    public void Gate_InAWall_IsInUse(string folder, string pattern, string[] gates) =>
        Assert.Equal([], gates.Where(gate => gate.EndsWith(".cs", StringComparison.Ordinal) && !SourceTree.Under(folder + gate).Speaking(pattern).Any()));

    /// <summary>The port that moves money, by what the compiler made of it: one taker.</summary>
    [Fact]
    public void MoneyPort_IsTakenBySendOnceAlone() =>
        Assert.Equal(
            [typeof(SendOnce)],
            Types().Where(t => !typeof(IAtlasSends).IsAssignableFrom(t) && Holds(t, typeof(IAtlasSends))));

    /// <summary>The card's port may be taken by the same one class, and by nobody else.</summary>
    [Fact]
    public void CardMoneyPort_IsTakenByNobodyButSendOnce() =>
        Assert.Equal(
            [],
            Types().Where(t => !typeof(ICardRefundSends).IsAssignableFrom(t) && Holds(t, typeof(ICardRefundSends))).Except([typeof(SendOnce)]));

    [Theory]
    [InlineData(typeof(IAtlasSends))]
    [InlineData(typeof(ICardRefundSends))]
    public void MoneyPort_HasOneImplementation(Type port) => Assert.Single(Types(), t => t.IsClass && port.IsAssignableFrom(t));

    /// <summary>A file that calls itself pure, and those that everything rests on, know no clock, no database, no log and wait for nothing.</summary>
    [Fact]
    public void PureFiles_KnowOnlyTheirArguments()
    {
        var pure = SourceTree.Under("src/BackOffice.Core/").Where(f => f.Text.Contains(" Pure", StringComparison.Ordinal) || f.Path.Contains("/Values/", StringComparison.Ordinal)).ToList();

        Assert.Equal([], Expected.Except(pure.Select(f => f.Path["src/BackOffice.Core/".Length..]), StringComparer.Ordinal));
        Assert.Equal([], pure.Where(f => !f.Path.EndsWith("/RegisterWebhook.cs", StringComparison.Ordinal) && !f.Path.EndsWith("/SaveApprovalRule.cs", StringComparison.Ordinal)).Speaking(@"\b(TimeProvider|DbContext|BackOfficeDb|ILogger|Task|HttpContext|Guid\.NewGuid|CreateVersion7|Random)\b"));
    }

    private static string[] Expected =>
    [
        "Approvals/ApprovalRules.cs", "Approvals/SendGate.cs", "AsiaBill/AsiaBillSigner.cs", "Cases/CaseMachine.cs", "Cases/LineBands.cs", "Cases/PollPlan.cs", "Cases/PromiseRules.cs", "Cases/QuoteFingerprint.cs",
        "Ledger/LeaseRules.cs", "Ledger/SendBody.cs", "Orders/OrderQuery.cs", "Orders/PartnerStatusRules.cs", "Orders/QuoteDeadline.cs", "Orders/RefundWish.cs",
        "Payments/CardRefundBody.cs", "Payments/CardRefundRules.cs", "Quoting/Comparison.cs", "Reconciliation/Evidence.cs", "Reconciliation/UnknownRules.cs", "Recovery/RecoveryRules.cs",
    ];

    [Theory]
    [InlineData(".razor.cs", 150)]
    [InlineData(".razor", 120)]
    [InlineData(".cs", 300)]
    public void File_OfEachKind_StaysReadable(string ending, int most) =>
        Assert.Equal([], SourceTree.Files.Where(f => f.Path.EndsWith(ending, StringComparison.Ordinal) && f.Lines > most).Select(f => f.Path));

    [GeneratedRegex(@"BackOffice\.Core\.(?<room>[A-Z]\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex NamedRooms();

    private static IEnumerable<Type> Types() =>
        new[] { typeof(BackOfficeDb).Assembly, Assembly.Load("BackOffice.Web") }.SelectMany(a => a.GetTypes())
            .Where(t => t.GetCustomAttribute<CompilerGeneratedAttribute>() is null && t.DeclaringType?.GetCustomAttribute<CompilerGeneratedAttribute>() is null);

    private static bool Holds(Type type, Type port)
    {
        const BindingFlags Everything = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        return !type.Name.Contains('<', StringComparison.Ordinal)
            && (type.GetConstructors(Everything).Any(c => c.GetParameters().Any(p => p.ParameterType == port))
                || type.GetFields(Everything).Any(f => f.FieldType == port)
                || type.GetProperties(Everything).Any(p => p.PropertyType == port)
                || type.GetMethods(Everything).Any(m => m.GetParameters().Any(p => p.ParameterType == port)));
    }
}
