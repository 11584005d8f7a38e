using Microsoft.Extensions.DependencyInjection;

namespace BackOffice.Core.Webhooks;

public static class WebhooksModule
{
    public static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        services.AddSingleton<NoticeArrivals>();
        services.AddTransient<ReceiveNotice>();
        services.AddTransient<ProcessNotices>();
        services.AddTransient<ReopenNotices>();
        return services;
    }
}
