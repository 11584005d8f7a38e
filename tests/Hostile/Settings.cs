using BackOffice.Sandbox;

namespace Hostile;

/// <summary>The settings of the program under attack; the same whether it runs as a process or is only asked to prepare the cases.</summary>
internal static class Settings
{
    public const string WebhookSecret = "a-secret-of-the-hostile-run-0123456789";

    public static string[] Of(string folder, Uri partner, StandInOptions account) =>
    [
        "--environment=Production", "--contentRoot=" + folder, "--Mode=Live", "--Urls=http://127.0.0.1:0", "--ConnectionStrings:BackOffice=" + DatabaseOf(folder),
        "--Atlas:BaseUrl=" + partner, "--Atlas:ClientId=" + account.ClientId, "--Atlas:ClientSecret=" + account.ClientSecret, "--Atlas:WebhookSecret=" + WebhookSecret,
        // The partner must not be what slows an attack down.
        "--Atlas:CallsPerSecond=50",
    ];

    public static string DatabaseOf(string folder) => "Data Source=" + Path.Combine(folder, "desk.db");
}
