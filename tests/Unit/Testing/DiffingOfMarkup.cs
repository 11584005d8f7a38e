using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Unit.Testing;

/// <summary>bUnit asks for a newer AngleSharp.Diffing than every source holds; the one beside the tests answers. See docs/decisions/0002.</summary>
internal static class DiffingOfMarkup
{
    private const string Name = "AngleSharp.Diffing";

    [ModuleInitializer]
    internal static void AnswerFromBeside() => AssemblyLoadContext.Default.Resolving += (context, asked) =>
        string.Equals(asked.Name, Name, StringComparison.Ordinal) ? Load(context) : null;

    private static Assembly Load(AssemblyLoadContext context) => context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, Name + ".dll"));
}
