using BackOffice.Core.Access;
using BackOffice.Core.Data;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace BackOffice.Core.Settings;

/// <summary>Tells Atlas where its notices go. It keeps one address for the whole account and drops the one before.</summary>
public sealed class RegisterWebhook(Store store, IAtlasQuestions atlas, PartnerFacts partners)
{
    /// <param name="typed">The desk's own address as the outside sees it: absolute, https, a host and at most a path.</param>
    public async Task<Outcome<Done>> ExecuteAsync(Actor actor, string? typed, CancellationToken cancellationToken)
    {
        var may = await store.ReadAsync<Done>(actor, Permission.ManageSettings, (_, _) => Task.FromResult<Outcome<Done>>(default(Done)), cancellationToken);
        if (!may.IsDone(out _, out var forbidden))
        {
            return forbidden;
        }

        if (!partners.IsLive)
        {
            return SettingsRefusals.WebhookOnlyLive;
        }

        if (AddressOf(typed, partners.WebhookPath) is not { } address)
        {
            return SettingsRefusals.WebhookAddressInvalid;
        }

        var answer = await atlas.RegisterWebhookAsync(new Uri(address + partners.WebhookSecret), cancellationToken);
        var refusal = answer switch
        {
            PartnerAnswer<Done>.Answered => null,
            PartnerAnswer<Done>.Refused refused => refused.Refusal,
            _ => OrdersRefusals.PartnerSilent,
        };

        // Whatever came back, the address may have been replaced: that is on the trail in every case.
        var noted = await store.ChangeAsync<Done>(actor, Permission.ManageSettings, (change, _) =>
        {
            change.Audit("settings.webhook-registered", "partner:atlas", new { address, result = refusal?.Name ?? "done" });
            return Task.FromResult<Outcome<Done>>(default(Done));
        }, CancellationToken.None);
        return refusal ?? noted;
    }

    /// <summary>The whole address but for its secret end, or null where what was typed cannot be one. Pure.</summary>
    public static string? AddressOf(string? typed, string webhookPath) =>
        Uri.TryCreate(typed?.Trim(), UriKind.Absolute, out var address)
        && address.Scheme == Uri.UriSchemeHttps && address.UserInfo.Length == 0 && address.Query.Length == 0 && address.Fragment.Length == 0
            ? address.GetLeftPart(UriPartial.Path).TrimEnd('/') + webhookPath
            : null;
}
