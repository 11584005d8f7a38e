using Microsoft.AspNetCore.Authentication.Cookies;

namespace BackOffice.Web.Hosting;

/// <summary>
/// Over https every sign-in cookie is named <c>__Host-…</c>: the browser then refuses it from any other host and from plain http.
/// The prefix needs https, so on loopback http the bare name is used.
/// </summary>
internal sealed class HostBoundCookies : ICookieManager
{
    private readonly ChunkingCookieManager cookies = new();

    public string? GetRequestCookie(HttpContext context, string key) => cookies.GetRequestCookie(context, NameOf(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        cookies.AppendResponseCookie(context, NameOf(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => cookies.DeleteCookie(context, NameOf(context, key), options);

    internal static string NameOf(HttpContext context, string key) => context.Request.IsHttps ? "__Host-" + key : key;
}
