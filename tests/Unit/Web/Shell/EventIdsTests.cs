using System.Reflection;
using BackOffice.Core.Data;
using BackOffice.Web;
using Microsoft.Extensions.Logging;

namespace Unit.Web.Shell;

public sealed class EventIdsTests
{
    /// <summary>Whoever is on duty looks a line up by its number.</summary>
    [Fact]
    public void EventIds_OfAllLogLines_AreTheirOwn()
    {
        const BindingFlags All = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var ids = new[] { typeof(BackOfficeDb).Assembly, typeof(BackOfficeApp).Assembly }.SelectMany(a => a.GetTypes()).SelectMany(t => t.GetMethods(All))
            .Select(m => m.GetCustomAttribute<LoggerMessageAttribute>()?.EventId).OfType<int>().ToList();

        Assert.NotEmpty(ids);
        Assert.Equal([], ids.GroupBy(id => id).Where(g => g.Count() > 1).Select(g => g.Key));
    }
}
