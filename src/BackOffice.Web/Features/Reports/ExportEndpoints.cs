using BackOffice.Core.Export;
using BackOffice.Core.Values;
using BackOffice.Web.Resources;
using BackOffice.Web.Session;
using Microsoft.Net.Http.Headers;

namespace BackOffice.Web.Features.Reports;

/// <summary>The file of void cases: a plain download, streamed while it is read.</summary>
internal static class ExportEndpoints
{
    public static void MapExport(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(ReportUrls.File, SendAsync);

    private static async Task<IResult> SendAsync(HttpContext context, ExportVoidCases export, RefusalWords words, CancellationToken cancellationToken)
    {
        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        if (CurrentActor.ActorOf(context.User) is not { } actor)
        {
            return TypedResults.Unauthorized();
        }

        if (!ReportQuery.Read(context.Request.QueryString.Value, TimeZoneInfo.Utc).IsDone(out var query, out var unreadable))
        {
            return Refused(unreadable, words);
        }

        var started = await export.ExecuteAsync(actor, query.ToFilter(), cancellationToken);
        return started.IsDone(out var file, out var refusal) ? TypedResults.Stream(body => WriteAsync(context, file, body), "text/csv; charset=utf-8", file.FileName) : Refused(refusal, words);
    }

    private static async Task WriteAsync(HttpContext context, VoidCaseFile file, Stream body)
    {
        if (!await file.WriteAsync(body, context.RequestAborted))
        {
            // A connection that breaks is the only sign left that the file is not whole.
            context.Abort();
        }
    }

    private static IResult Refused(Refusal refusal, RefusalWords words) => refusal.Kind switch
    {
        RefusalKind.Forbidden => TypedResults.StatusCode(StatusCodes.Status403Forbidden),
        _ => TypedResults.Text(words.Sentence(refusal) + "\n" + words.Next(refusal) + "\n", statusCode: StatusCodes.Status400BadRequest),
    };
}
