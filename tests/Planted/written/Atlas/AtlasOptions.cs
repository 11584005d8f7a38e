namespace BackOffice.Core.Atlas;

/// <summary>The account at Atlas and how patiently it is called. Section <c>Atlas</c> of the settings.</summary>
public sealed class AtlasOptions
{
    public const string Section = "Atlas";

    /// <summary>The account's host for post-booking calls, absolute, <c>https</c>. Plain <c>http</c> is accepted for a loopback host only.</summary>
    public string BaseUrl { get; set; } = "";

    /// <summary>The account key, header <c>x-atlas-client-id</c>. Printable ASCII.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The account secret, header <c>x-atlas-client-secret</c>. Printable ASCII; never leaves the server.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>The secret part of the address that notices come to: at least 16 letters, digits, <c>-</c>, <c>.</c>, <c>_</c> or <c>~</c>.</summary>
    public string WebhookSecret { get; set; } = "";

    /// <summary>Calls that may start within any one second, over all kinds of calls. Default 3; 1 to 50.</summary>
    public int CallsPerSecond { get; set; } = 3;

    /// <summary>How long a connection may take to open. Default 5 seconds; at most a minute.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long one attempt of a question may take. Default 15 seconds; at most five minutes.</summary>
    public TimeSpan ReadTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>After this long without an answer a send counts as unknown. Default 30 seconds; at most five minutes.</summary>
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
