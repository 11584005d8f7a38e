using System.Reflection;
using System.Runtime.CompilerServices;
using BackOffice.Core.Access;
using BackOffice.Core.Data;

namespace Unit.Walls;

/// <summary>Every use case of Core, found by its shape: a public class with <c>ExecuteAsync</c>.</summary>
internal static class UseCases
{
    public static IReadOnlyList<Type> All { get; } =
    [
        .. typeof(BackOfficeDb).Assembly.GetTypes()
            .Where(t => t is { IsPublic: true, IsClass: true } && t.GetMethods().Any(m => m.Name == "ExecuteAsync"))
            .OrderBy(t => t.Name, StringComparer.Ordinal),
    ];

    public static IEnumerable<Type> OfPeople => All.Where(t => Method(t).GetParameters() is [{ ParameterType: var first }, ..] && first == typeof(Actor));

    public static MethodInfo Method(Type useCase) => useCase.GetMethod("ExecuteAsync")!;

    /// <summary>Something of each type that a use case can be asked with: readable, and about nothing that exists.</summary>
    public static object? Sample(Type type)
    {
        if (type == typeof(string))
        {
            return "TESTA20269999000000001";
        }

        if (type == typeof(TimeZoneInfo))
        {
            return TimeZoneInfo.Utc;
        }

        if (Nullable.GetUnderlyingType(type) is not null || (type.IsInterface && !type.IsGenericType))
        {
            return null;
        }

        if (type.IsInterface)
        {
            return type.GetGenericTypeDefinition() == typeof(IProgress<>) ? null : Array.CreateInstance(type.GetGenericArguments()[0], 0);
        }

        return type.IsValueType && type.Assembly != typeof(BackOfficeDb).Assembly ? Activator.CreateInstance(type) : Made(type);
    }

    private static object Made(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetValues(type).GetValue(0)!;
        }

        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        var made = constructor.Invoke([.. constructor.GetParameters().Select(p => Sample(p.ParameterType))]);
        foreach (var property in type.GetProperties().Where(p => p.GetCustomAttribute<RequiredMemberAttribute>() is not null))
        {
            property.SetValue(made, Sample(property.PropertyType));
        }

        return made;
    }
}
