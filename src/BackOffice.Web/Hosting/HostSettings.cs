using Microsoft.Extensions.Options;

namespace BackOffice.Web.Hosting;

/// <summary>The settings of the root: <c>Mode</c>. There is no default outside Development.</summary>
internal sealed class HostSettings
{
    public string? Mode { get; set; }

    /// <summary>The mode that was named, or null where none or an unknown one was.</summary>
    public RunMode? Run => Enum.TryParse<RunMode>(Mode, ignoreCase: true, out var mode) && Enum.IsDefined(mode) ? mode : null;
}

internal sealed class ValidateHostSettings : IValidateOptions<HostSettings>
{
    public ValidateOptionsResult Validate(string? name, HostSettings options) => options switch
    {
        { Mode: null or "" } => ValidateOptionsResult.Fail("Mode: missing. Set Live, or Rehearsal for the stand-ins."),
        { Run: null } => ValidateOptionsResult.Fail($"Mode: \"{options.Mode}\" is neither Live nor Rehearsal."),
        _ => ValidateOptionsResult.Success,
    };
}
