using BackOffice.Core.Access;
using BackOffice.Core.Values;
using Microsoft.Extensions.DependencyInjection;
using Unit.Testing;
using Unit.Walls;

namespace Unit.Access;

/// <summary>
/// Every use case that people ask for, and who may: a(gent), s(upervisor), f(inance's auditor), x (administrator). Each is asked by each,
/// through the database, as a screen would.
/// </summary>
public sealed class PermissionTableTests(PermissionTableTests.OneOfEach people) : IClassFixture<PermissionTableTests.OneOfEach>
{
    private static readonly Dictionary<string, string> Table = new(StringComparer.Ordinal)
    {
        ["AddNote"] = "a s - -",
        ["AskForApproval"] = "a s - -",
        ["AskPartnerNow"] = "a s - -",
        ["ChangeStaff"] = "- - - x",
        ["CheckVoidable"] = "a s - -",
        ["CompareOptions"] = "a s - -",
        ["ContinueAsRefund"] = "a s - -",
        ["CreateStaff"] = "- - - x",
        ["Decide"] = "- s - -",
        ["DecideUnknown"] = "- s - -",
        ["ExportVoidCases"] = "- s f -",
        ["FindOrders"] = "a s - -",
        ["ListCases"] = "a s f -",
        ["ListStaff"] = "- - - x",
        ["OpenRefundCase"] = "a s - -",
        ["OpenVoidCase"] = "a s - -",
        ["PermitSend"] = "a s - -",
        ["PrepareCardRefund"] = "a s - -",
        ["PromiseCustomer"] = "a s - -",
        ["QuoteCase"] = "a s - -",
        ["ReadApproval"] = "a s f -",
        ["ReadApprovalQueue"] = "a s f -",
        ["ReadAudit"] = "- - f x",
        ["ReadCase"] = "a s f -",
        ["ReadCounts"] = "a s f -",
        ["ReadHealth"] = "- - - x",
        ["ReadLine"] = "a s f -",
        ["ReadOrderCases"] = "a s - -",
        ["ReadSettings"] = "- - - x",
        ["ReadUnknown"] = "a s f -",
        ["ReadVoidReport"] = "- s f -",
        ["RecordCardRefund"] = "a s - -",
        ["RecordSeenAmount"] = "a s - -",
        ["RegisterWebhook"] = "- - - x",
        ["RemoveApprovalRule"] = "- - - x",
        ["ResetSignIn"] = "- - - x",
        ["SaveApprovalRule"] = "- - - x",
        ["SaveCustomerPaid"] = "- - - x",
        ["SaveDeskSettings"] = "- - - x",
        ["StrikeNote"] = "a s - -",
        ["TakeCase"] = "a s - -",
        ["VerifyAudit"] = "- - f x",
        ["ViewOrder"] = "a s - -",
        ["WithdrawCase"] = "a s - -",
        ["WithdrawRequest"] = "a s - -",
    };

    public static TheoryData<string> Names { get; } = [.. Table.Keys];

    [Fact]
    public void Table_OfUseCases_LeavesNoneOut() => Assert.Equal(UseCases.OfPeople.Select(t => t.Name), Table.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task UseCase_AskedByEachRole_LetsInThoseItMay(string name) =>
        Assert.Equal(
            Table[name],
            string.Join(' ', await MarkAsync(name, "a"), await MarkAsync(name, "s"), await MarkAsync(name, "f"), await MarkAsync(name, "x")));

    /// <summary>Whoever was barred, does not exist, or is the program itself gets nowhere, whatever the cookie says.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public async Task UseCase_AskedByNobody_IsRefused(string name) =>
        Assert.Equal(
            ("access.account-disabled", "access.not-allowed", "access.not-allowed", "access.not-allowed"),
            (
                await RefusalAsync(name, people.Barred), await RefusalAsync(name, people.WithoutRole), await RefusalAsync(name, new Actor(Guid.NewGuid(), "Nobody")),
                await RefusalAsync(name, Actor.Worker)
            ));

    private async Task<string> MarkAsync(string name, string mark) =>
        await RefusalAsync(name, people.Of[mark]) is "access.not-allowed" ? "-" : mark;

    private async Task<string?> RefusalAsync(string name, Actor actor)
    {
        var type = UseCases.OfPeople.Single(t => t.Name == name);
        var method = UseCases.Method(type);
        object?[] arguments = [actor, .. method.GetParameters()[1..^1].Select(p => UseCases.Sample(p.ParameterType)), CancellationToken.None];
        using var scope = people.Desk.Program.CreateScope();
        var task = (Task)method.Invoke(scope.ServiceProvider.GetService(type), arguments)!;
        await task;
        var outcome = task.GetType().GetProperty("Result")!.GetValue(task)!;
        return ((Refusal?)outcome.GetType().GetProperty("Refusal")!.GetValue(outcome))?.Name;
    }

    public sealed class OneOfEach : IAsyncLifetime
    {
        internal Desk Desk { get; private set; } = null!;

        internal Dictionary<string, Actor> Of { get; } = new(StringComparer.Ordinal);

        internal Actor Barred { get; private set; } = null!;

        internal Actor WithoutRole { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Desk = await Desk.StartAsync();
            Of["a"] = await Desk.Staff.HireAsync([Role.Agent]);
            Of["s"] = await Desk.Staff.HireAsync([Role.Supervisor]);
            Of["f"] = await Desk.Staff.HireAsync([Role.Auditor]);
            Of["x"] = await Desk.Staff.HireAsync([Role.Administrator]);
            WithoutRole = await Desk.Staff.HireAsync([]);
            Barred = await Desk.Staff.HireAsync([.. Roles.All]);
            await Desk.Staff.DisableAsync(Barred);
        }

        public ValueTask DisposeAsync() => Desk.DisposeAsync();
    }
}
