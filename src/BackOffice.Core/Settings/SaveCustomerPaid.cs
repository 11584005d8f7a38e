using BackOffice.Core.Access;
using BackOffice.Core.Data;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Settings;

/// <param name="SeenVersion">Of the settings that were on the screen.</param>
public sealed record SaveCustomerPaidInput(CustomerPaid CustomerPaid, int SeenVersion);

/// <summary>Changes when a customer's card payment may be given back. It holds from the next permit, and the next call, on.</summary>
public sealed class SaveCustomerPaid(Store store)
{
    public Task<Outcome<Done>> ExecuteAsync(Actor actor, SaveCustomerPaidInput input, CancellationToken cancellationToken) =>
        store.ChangeAsync<Done>(actor, Permission.ManageSettings, async (change, _) =>
        {
            var desk = await change.Db.Set<DeskSettings>().SingleAsync(cancellationToken);
            if (desk.Version != input.SeenVersion)
            {
                return SettingsRefusals.ChangedMeanwhile;
            }

            if (desk.CustomerPaid == input.CustomerPaid)
            {
                return default(Done);
            }

            var before = desk.CustomerPaid;
            desk.CustomerPaid = input.CustomerPaid;
            desk.Version++;
            change.Audit("settings.customer-paid-changed", "settings:desk", new { before = before.ToString(), after = desk.CustomerPaid.ToString() });
            return default(Done);
        }, cancellationToken);
}
