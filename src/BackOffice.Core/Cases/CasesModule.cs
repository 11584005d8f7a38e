using BackOffice.Core.Orders;
using Microsoft.Extensions.DependencyInjection;

namespace BackOffice.Core.Cases;

public static class CasesModule
{
    /// <summary>Looking orders up, and working cases up to the point where somebody must agree.</summary>
    public static IServiceCollection AddCases(this IServiceCollection services)
    {
        services.AddSingleton<CaseChanges>();
        services.AddSingleton<CaseWatchers>();
        services.AddTransient<FindOrders>();
        services.AddTransient<ViewOrder>();
        services.AddTransient<ReadOrderCases>();
        services.AddTransient<CheckVoidable>();
        services.AddTransient<OpenVoidCase>();
        services.AddTransient<OpenRefundCase>();
        services.AddTransient<ContinueAsRefund>();
        services.AddTransient<CaseQuestions>();
        services.AddTransient<RecordSeenAmount>();
        services.AddTransient<TakeCase>();
        services.AddTransient<PromiseCustomer>();
        services.AddTransient<WithdrawCase>();
        services.AddTransient<AddNote>();
        services.AddTransient<StrikeNote>();
        services.AddTransient<AskPartnerNow>();
        services.AddTransient<ListCases>();
        services.AddTransient<ReadLine>();
        return services;
    }
}
