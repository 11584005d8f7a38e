using Microsoft.Extensions.Options;

namespace BackOffice.Core.AsiaBill;

/// <summary>
/// Lists everything that is wrong with the account's settings, each line beginning with its key. Never repeats a secret. An account that is not
/// used needs nothing; one that is begun must be whole.
/// </summary>
internal sealed class ValidateAsiaBillOptions : IValidateOptions<AsiaBillOptions>
{
    private const int GatewayDigits = 8;

    public ValidateOptionsResult Validate(string? name, AsiaBillOptions options)
    {
        List<string> faults =
        [
            .. options.IsUsed ? Account(options) : [],
            .. Within("AsiaBill:ConnectTimeout", options.ConnectTimeout, TimeSpan.FromMinutes(1)),
            .. Within("AsiaBill:ReadTimeout", options.ReadTimeout, TimeSpan.FromMinutes(5)),
            .. Within("AsiaBill:SendTimeout", options.SendTimeout, TimeSpan.FromMinutes(5)),
        ];
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Account(AsiaBillOptions options) =>
        [.. Address(options.BaseUrl), .. Gateway(options.GatewayNo), .. Key(options.SignKey)];

    private static IEnumerable<string> Address(string baseUrl)
    {
        if (string.IsNullOrWhiteSpace(baseUrl))
        {
            yield return "AsiaBill:BaseUrl: is missing.";
        }
        else if (!Uri.TryCreate(baseUrl, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
        {
            yield return "AsiaBill:BaseUrl: must be an absolute https address.";
        }
        else if (address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback)
        {
            yield return "AsiaBill:BaseUrl: plain http is accepted for a loopback host only.";
        }
        else if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            yield return "AsiaBill:BaseUrl: must not carry a user, a query or a fragment.";
        }
    }

    private static IEnumerable<string> Gateway(string value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            yield return "AsiaBill:GatewayNo: is missing.";
        }
        else if (value.Length != GatewayDigits || !value.All(char.IsAsciiDigit))
        {
            yield return "AsiaBill:GatewayNo: must have exactly 8 digits.";
        }
    }

    private static IEnumerable<string> Key(string value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            yield return "AsiaBill:SignKey: is missing.";
        }
        else if (value.Any(c => c is < '!' or > '~'))
        {
            yield return "AsiaBill:SignKey: may hold printable ASCII characters without spaces only.";
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
