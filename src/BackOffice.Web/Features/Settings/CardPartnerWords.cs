using BackOffice.Core.Payments;
using BackOffice.Web.Components.Shared;

namespace BackOffice.Web.Features.Settings;

/// <summary>Which word the connection to AsiaBill has. Texts are keys of <c>SettingsText</c> and <c>HealthText</c>. Pure.</summary>
public static class CardPartnerWords
{
    public static string KeyOf(CardConnection cards) => cards switch
    {
        { IsSetUp: false } => "Cards.NotSetUp",
        { Sends: true } => "Cards.Sends",
        _ => "Cards.ByHand",
    };

    /// <summary>Working by hand is the default and no fault.</summary>
    public static Meaning MeaningOf(CardConnection cards) => cards.IsSetUp ? Meaning.Info : Meaning.Neutral;
}
