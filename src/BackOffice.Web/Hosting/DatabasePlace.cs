using Microsoft.Data.Sqlite;

namespace BackOffice.Web.Hosting;

/// <summary>Where the database of the settings lies.</summary>
/// <param name="File">Its full path; null where it is not a file, or the setting cannot be read.</param>
/// <param name="IsBegunAfresh">The rehearsal's own: thrown away at every start.</param>
internal sealed record DatabasePlace(string? File, bool IsBegunAfresh)
{
    /// <summary>Of the file; the keys lie in it too.</summary>
    public string? Folder => Path.GetDirectoryName(File);

    /// <summary>By the same settings as a start, of which nothing is built.</summary>
    public static DatabasePlace Find(string[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ApplicationName = typeof(BackOfficeApp).Assembly.GetName().Name });
        builder.AddSettings();
        var provider = builder.Configuration["Database:Provider"];
        return string.IsNullOrEmpty(provider) || string.Equals(provider, DatabaseSettings.Sqlite, StringComparison.OrdinalIgnoreCase)
            ? Of(builder.Configuration, builder.Environment)
            : new DatabasePlace(null, false);
    }

    public static DatabasePlace Of(IConfiguration configuration, IHostEnvironment environment)
    {
        var connection = Read(DatabaseStart.ConnectionOf(configuration, environment));
        var file = connection is { Mode: not SqliteOpenMode.Memory } && connection.DataSource is not ("" or ":memory:") ? Path.GetFullPath(connection.DataSource) : null;
        return new DatabasePlace(file, DatabaseStart.IsRehearsal(configuration) && string.IsNullOrEmpty(configuration.GetConnectionString("BackOffice")));
    }

    /// <summary>What a connection string says; null where it cannot be read.</summary>
    public static SqliteConnectionStringBuilder? Read(string connectionString)
    {
        try
        {
            return new SqliteConnectionStringBuilder(connectionString);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or OverflowException)
        {
            return null;
        }
    }
}
