using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace BackOffice.Web.Hosting;

/// <summary>Who becomes administrator of a database that has none: <c>FirstAdministrator:Email</c> and <c>:Password</c>, both or neither.</summary>
internal sealed class FirstAdministratorSettings
{
    public const string Section = "FirstAdministrator";

    public string? Email { get; set; }

    public string? Password { get; set; }

    public bool IsGiven => !string.IsNullOrWhiteSpace(Email) && !string.IsNullOrWhiteSpace(Password);
}

internal sealed class ValidateFirstAdministrator(IOptions<IdentityOptions> identity) : IValidateOptions<FirstAdministratorSettings>
{
    public ValidateOptionsResult Validate(string? name, FirstAdministratorSettings options)
    {
        var faults = new List<string>();
        if (string.IsNullOrWhiteSpace(options.Email) != string.IsNullOrWhiteSpace(options.Password))
        {
            var missing = string.IsNullOrWhiteSpace(options.Email) ? "Email" : "Password";
            faults.Add($"FirstAdministrator:{missing}: missing. Set both Email and Password, or neither.");
        }

        if (!string.IsNullOrWhiteSpace(options.Email) && !options.Email.Contains('@', StringComparison.Ordinal))
        {
            faults.Add("FirstAdministrator:Email: not an e-mail address.");
        }

        var length = identity.Value.Password.RequiredLength;
        if (!string.IsNullOrWhiteSpace(options.Password) && options.Password.Length < length)
        {
            faults.Add($"FirstAdministrator:Password: shorter than {length} characters.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
