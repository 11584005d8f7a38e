using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace BackOffice.Web.Hosting;

/// <summary>How often one address may try to sign in. The lockout guards one account; this guards all of them against one guesser.</summary>
internal static class SignInRate
{
    public const string Policy = "sign-in";

    /// <summary>An office behind one address signs in at nine o'clock together: a burst of 60, then one every two seconds.</summary>
    private const int Burst = 60;

    public static void AddSignInRate(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(Policy, context => HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetTokenBucketLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "unknown", _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = Burst, TokensPerPeriod = 30, ReplenishmentPeriod = TimeSpan.FromMinutes(1), QueueLimit = 0, AutoReplenishment = true,
            })
            : RateLimitPartition.GetNoLimiter("read"));
    });
}
