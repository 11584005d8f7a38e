using BackOffice.Core.Orders;
using Microsoft.Extensions.DependencyInjection;

namespace BackOffice.Core.Health;

public static class HealthModule
{
    /// <summary>The health page's read model. Call it after the partner is registered: it listens in on the questions.</summary>
    public static IServiceCollection AddDeskHealth(this IServiceCollection services)
    {
        services.AddSingleton<PartnerPulse>();
        services.AddTransient<ReadHealth>();
        var questions = services.Last(s => s.ServiceType == typeof(IAtlasQuestions));
        services.Remove(questions);
        services.AddSingleton<IAtlasQuestions>(provider => new HeardQuestions(Made(provider, questions), provider.GetRequiredService<PartnerPulse>()));
        return services;
    }

    private static IAtlasQuestions Made(IServiceProvider provider, ServiceDescriptor questions) => (IAtlasQuestions)(
        questions.ImplementationInstance
        ?? questions.ImplementationFactory?.Invoke(provider)
        ?? ActivatorUtilities.CreateInstance(provider, questions.ImplementationType!));
}
