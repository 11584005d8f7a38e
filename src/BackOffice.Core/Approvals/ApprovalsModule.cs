using BackOffice.Core.Quoting;
using Microsoft.Extensions.DependencyInjection;

namespace BackOffice.Core.Approvals;

public static class ApprovalsModule
{
    /// <summary>Quoting, asking, deciding, and reading a case whole.</summary>
    public static IServiceCollection AddApprovals(this IServiceCollection services)
    {
        services.AddTransient<QuoteCase>();
        services.AddTransient<AskForApproval>();
        services.AddTransient<PermitSend>();
        services.AddTransient<PrepareCardRefund>();
        services.AddTransient<Decide>();
        services.AddTransient<WithdrawRequest>();
        services.AddTransient<ReadCase>();
        services.AddTransient<ReadApprovalQueue>();
        services.AddTransient<ReadApproval>();
        services.AddTransient<ReadCounts>();
        return services;
    }
}
