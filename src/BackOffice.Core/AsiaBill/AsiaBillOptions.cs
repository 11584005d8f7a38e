namespace BackOffice.Core.AsiaBill;

/// <summary>
/// The merchant's account at AsiaBill and how patiently it is called. Section <c>AsiaBill</c> of the settings. Where nothing of the account is
/// set and sending is off, AsiaBill is not used. Notices carry a signature and come to <c>POST /webhooks/asiabill</c>; they need no secret of their own.
/// </summary>
public sealed class AsiaBillOptions
{
    public const string Section = "AsiaBill";

    /// <summary>The host of the open API, absolute, <c>https</c>. Plain <c>http</c> is accepted for a loopback host only.</summary>
    public string BaseUrl { get; set; } = "";

    /// <summary>The merchant's gateway, header <c>gateway-no</c>: 8 digits.</summary>
    public string GatewayNo { get; set; } = "";

    /// <summary>The key that signs requests and checks notices. Never leaves the server.</summary>
    public string SignKey { get; set; } = "";

    /// <summary>Whether refunds are sent. Default no: they are prepared, approved and followed, and a person makes them at AsiaBill.</summary>
    public bool Send { get; set; }

    /// <summary>How long a connection may take to open. Default 5 seconds; at most a minute.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long one attempt of a look-up may take. Default 20 seconds; at most five minutes.</summary>
    public TimeSpan ReadTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>After this long without an answer a refund counts as unknown. Default 60 seconds; at most five minutes.</summary>
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Whether there is an account at all.</summary>
    public bool IsUsed => Send || new[] { BaseUrl, GatewayNo, SignKey }.Any(value => !string.IsNullOrWhiteSpace(value));
}
