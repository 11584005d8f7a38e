using System.Reflection;
using BackOffice.Web;
using BackOffice.Web.Components.Layout;
using BackOffice.Web.Components.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace Unit.Web.Shell;

public sealed class PagesTests
{
    /// <summary>The only pages that a stranger may see.</summary>
    private static readonly string[] OpenToAll =
    [
        "/account/locked-out", "/account/recovery-code", "/account/second-factor", "/account/sign-in", "/account/signed-out", "/problem", "/problem/{Status:int}",
    ];

    private static IEnumerable<Type> Pages => typeof(BackOfficeApp).Assembly.GetTypes().Where(t => t.IsDefined(typeof(RouteAttribute)));

    [Fact]
    public void Pages_Each_SaysWhoMaySeeIt() =>
        Assert.Empty(Pages.Where(page => !page.IsDefined(typeof(AuthorizeAttribute)) && !page.IsDefined(typeof(AllowAnonymousAttribute))).Select(page => page.Name));

    [Fact]
    public void Pages_OpenToStrangers_AreThoseOfSigningIn() =>
        Assert.Equal(
            OpenToAll,
            Pages.Where(page => page.IsDefined(typeof(AllowAnonymousAttribute))).SelectMany(page => page.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template).Order(StringComparer.Ordinal));

    [Fact]
    public void Pages_OfTheAccount_AreStatic() =>
        Assert.Empty(Pages.Where(page => page.Namespace!.Contains(".Account", StringComparison.Ordinal) && !page.IsDefined(typeof(ExcludeFromInteractiveRoutingAttribute))).Select(page => page.Name));

    [Fact]
    public void Rail_EachWay_HasAnIconThatExists() =>
        Assert.DoesNotContain(RailLink.Desk.Concat(RailLink.House), link => !Icons.Names.Contains(link.Icon, StringComparer.Ordinal));
}
