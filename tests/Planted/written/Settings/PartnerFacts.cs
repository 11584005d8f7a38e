namespace BackOffice.Core.Settings;

/// <summary>What the settings page may know of the connections: hosts and switches. The one secret in it never leaves the use case.</summary>
public sealed class PartnerFacts
{
    public required bool IsLive { get; init; }
    public required string AtlasHost { get; init; }

    /// <summary>The address path that notices come to, without its secret end: <c>/webhooks/atlas/</c>.</summary>
    public required string WebhookPath { get; init; }

    internal string WebhookSecret { get; private init; } = "";

    public static PartnerFacts Of(bool isLive, string atlasBaseUrl, string webhookPath, string webhookSecret) => new()
    {
        IsLive = isLive,
        AtlasHost = Uri.TryCreate(atlasBaseUrl, UriKind.Absolute, out var address) ? address.Authority : "",
        WebhookPath = webhookPath,
        WebhookSecret = webhookSecret,
    };
}
