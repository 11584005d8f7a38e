using System.Net;

namespace Unit.Web.Shell;

/// <summary>One address that guesses at every account. On a desk of its own: what is used up here would be missing elsewhere.</summary>
public sealed class SignInRateTests(RunningShell shell) : IClassFixture<RunningShell>
{
    private const int Burst = 60;

    [Fact]
    public async Task SignIn_TriedMoreOftenThanAnOfficeWould_IsTooManyAndThePageStillOpens()
    {
        using var browser = shell.Browser();

        var first = await TryAsync(browser, Burst);
        // One more is given back every two seconds: not each of these is one too many.
        var further = await TryAsync(browser, Burst);
        using var page = await browser.GetAsync(new Uri("/account/sign-in", UriKind.Relative));

        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, first);
        Assert.Contains(HttpStatusCode.TooManyRequests, further);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    /// <summary>Without the form's token: how often is asked before who and with what.</summary>
    private static async Task<IReadOnlyList<HttpStatusCode>> TryAsync(HttpClient browser, int times)
    {
        var answers = new List<HttpStatusCode>();
        for (var tries = 0; tries < times; tries++)
        {
            using var form = new FormUrlEncodedContent([]);
            using var answer = await browser.PostAsync(new Uri("/account/sign-in", UriKind.Relative), form);
            answers.Add(answer.StatusCode);
        }

        return answers;
    }
}
