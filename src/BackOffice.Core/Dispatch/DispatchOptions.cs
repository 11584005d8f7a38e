using Microsoft.Extensions.Options;

namespace BackOffice.Core.Dispatch;

/// <summary>How the sender works. Section <c>Dispatch</c> of the settings.</summary>
public sealed class DispatchOptions
{
    public const string Section = "Dispatch";

    /// <summary>
    /// How long a call may be without an outcome before it counts as unknown. Default 90 seconds; at least 35, a void's 30 and a little more. Where it
    /// is shorter than a call's own time-out, a slow call becomes a question, and its reply is recorded when it comes.
    /// </summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(90);

    /// <summary>How often the workers look without being woken. Default 2 seconds; at most a minute.</summary>
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(2);
}

internal sealed class ValidateDispatchOptions : IValidateOptions<DispatchOptions>
{
    public ValidateOptionsResult Validate(string? name, DispatchOptions options)
    {
        var faults = new List<string>();
        if (options.Lease < TimeSpan.FromSeconds(35))
        {
            faults.Add("Dispatch:Lease: must be at least 35 seconds.");
        }

        if (options.LookEvery <= TimeSpan.Zero || options.LookEvery > TimeSpan.FromMinutes(1))
        {
            faults.Add("Dispatch:LookEvery: must be longer than zero and at most 60 seconds.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
