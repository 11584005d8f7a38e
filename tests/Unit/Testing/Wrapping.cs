using Microsoft.Extensions.DependencyInjection;

namespace Unit.Testing;

internal static class Wrapping
{
    /// <summary>Puts something around a service of the program's own, which goes on doing its work.</summary>
    public static void Wrap<T>(this IServiceCollection services, Func<T, T> around)
        where T : class
    {
        var own = services.Last(s => s.ServiceType == typeof(T));
        services.Remove(own);
        services.AddSingleton(provider => around((T)(own.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, own.ImplementationType!))));
    }
}
