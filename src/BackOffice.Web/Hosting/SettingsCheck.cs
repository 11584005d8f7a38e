using Microsoft.Extensions.Options;

namespace BackOffice.Web.Hosting;

/// <summary>Asks every settings class what is wrong with it before anything starts, and says all of it at once.</summary>
internal static class SettingsCheck
{
    public static void AddSettings(this WebApplicationBuilder builder)
    {
        if (builder.Environment.IsDevelopment() && string.IsNullOrEmpty(builder.Configuration["Mode"]))
        {
            builder.Configuration["Mode"] = nameof(RunMode.Rehearsal);
        }

        var reading = SettingsReading.Of(builder.Configuration);
        builder.Configuration.AddInMemoryCollection(reading.Instead);
        builder.Services.AddSingleton(reading);
        builder.Services.AddOptions<HostSettings>().Bind(builder.Configuration).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<HostSettings>, ValidateHostSettings>();
        builder.Services.AddOptions<FirstAdministratorSettings>()
            .Bind(builder.Configuration.GetSection(FirstAdministratorSettings.Section)).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<FirstAdministratorSettings>, ValidateFirstAdministrator>();
    }

    /// <summary>One line for each fault; each line starts with the key of the setting.</summary>
    public static IReadOnlyList<string> Faults(IServiceProvider services) =>
        DatabaseOwner.WhyNot(services) is { } fault ? [.. OfSettings(services), fault] : OfSettings(services);

    private static IReadOnlyList<string> OfSettings(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException fault)
        {
            return [.. fault.Failures];
        }
        catch (AggregateException faults)
        {
            return [.. faults.Flatten().InnerExceptions.OfType<OptionsValidationException>().SelectMany(f => f.Failures)];
        }
    }

    public static bool Passes(IServiceProvider services, TextWriter complaints)
    {
        var faults = Faults(services);
        if (faults.Count == 0)
        {
            return true;
        }

        complaints.WriteLine("Atlas Back Office does not start: these settings are wrong.");
        foreach (var fault in faults)
        {
            complaints.WriteLine("  " + fault);
        }

        return false;
    }
}
