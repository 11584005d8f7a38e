using System.Collections.Concurrent;
using System.Reflection;
using E2E.Stage;
using Xunit.v3;

[assembly: EndsWithoutComplaints]

namespace E2E.Stage;

/// <summary>
/// Fails every journey in whose browsers a script broke. Looks when the journey is over, not where a browser is closed: thrown there, it would take the
/// place of what the journey itself failed of.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class EndsWithoutComplaintsAttribute : BeforeAfterTestAttribute
{
    private static readonly ConcurrentDictionary<string, ConcurrentQueue<string>> Complaints = new(StringComparer.Ordinal);

    /// <summary>Where the browsers of the running test put their complaints.</summary>
    public static ConcurrentQueue<string> OfThisTest() => Complaints.GetOrAdd(TestContext.Current.Test?.UniqueID ?? "", _ => new());

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (Complaints.TryRemove(test.UniqueID, out var complaints))
        {
            Assert.Empty(complaints);
        }
    }
}
