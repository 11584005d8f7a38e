using Microsoft.Extensions.Options;

namespace BackOffice.Core.Atlas;

/// <summary>Lists everything that is wrong with the account's settings, each line beginning with its key. Never repeats a secret.</summary>
internal sealed class ValidateAtlasOptions : IValidateOptions<AtlasOptions>
{
    private const int ShortestSecret = 16;

    public ValidateOptionsResult Validate(string? name, AtlasOptions options)
    {
        List<string> faults =
        [
            .. Address(options.BaseUrl),
            .. HeaderValue("Atlas:ClientId", options.ClientId),
            .. HeaderValue("Atlas:ClientSecret", options.ClientSecret),
            .. WebhookSecret(options.WebhookSecret),
            .. Within("Atlas:ConnectTimeout", options.ConnectTimeout, TimeSpan.FromMinutes(1)),
            .. Within("Atlas:ReadTimeout", options.ReadTimeout, TimeSpan.FromMinutes(5)),
            .. Within("Atlas:SendTimeout", options.SendTimeout, TimeSpan.FromMinutes(5)),
        ];
        if (options.CallsPerSecond is < 1 or > 50)
        {
            faults.Add("Atlas:CallsPerSecond: must be a whole number from 1 to 50.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Address(string baseUrl)
    {
        if (string.IsNullOrWhiteSpace(baseUrl))
        {
            yield return "Atlas:BaseUrl: is missing.";
        }
        else if (!Uri.TryCreate(baseUrl, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
        {
            yield return "Atlas:BaseUrl: must be an absolute https address.";
        }
        else if (address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback)
        {
            yield return "Atlas:BaseUrl: plain http is accepted for a loopback host only.";
        }
        else if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            yield return "Atlas:BaseUrl: must not carry a user, a query or a fragment.";
        }
    }

    private static IEnumerable<string> HeaderValue(string key, string value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            yield return key + ": is missing.";
        }
        else if (value.Any(c => c is < '!' or > '~'))
        {
            yield return key + ": may hold printable ASCII characters without spaces only.";
        }
    }

    private static IEnumerable<string> WebhookSecret(string value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            yield return "Atlas:WebhookSecret: is missing.";
            yield break;
        }

        if (value.Length < ShortestSecret)
        {
            yield return "Atlas:WebhookSecret: must have at least 16 characters.";
        }

        if (value.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '.' or '_' or '~')))
        {
            yield return "Atlas:WebhookSecret: may hold letters, digits and - . _ ~ only, because it is part of an address.";
        }
    }

    private static IEnumerable<string> Within(string key, TimeSpan value, TimeSpan most)
    {
        if (value <= TimeSpan.Zero || value > most)
        {
            yield return FormattableString.Invariant($"{key}: must be longer than zero and at most {most.TotalSeconds:0} seconds.");
        }
    }
}
