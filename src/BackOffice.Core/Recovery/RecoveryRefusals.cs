using BackOffice.Core.Backups;
using BackOffice.Core.Values;

namespace BackOffice.Core.Recovery;

public static class RecoveryRefusals
{
    /// <summary>On a case whose planned send was in the backup.</summary>
    public static readonly Refusal CalledOff = new("recovery.called-off", RefusalKind.NotNow);

    /// <summary>On an unsent card refund of the backup: AsiaBill cannot be asked whether it was made since.</summary>
    public static readonly Refusal CardMaybePaid = new("recovery.card-maybe-paid", RefusalKind.NotNow);

    /// <summary>On an unsent refund of the backup, where Atlas shows refunds to whoever knows their code only: a code since then is in no database.</summary>
    public static readonly Refusal RefundMaybeSent = new("recovery.refund-maybe-sent", RefusalKind.NotNow);

    /// <summary>The no does not say that nothing was sent: it may have been, after the backup.</summary>
    /// <param name="refusal">Its name: a no that was stored is known by that alone.</param>
    public static bool LeavesDoubt(string refusal) =>
        refusal == CalledOff.Name || refusal == CardMaybePaid.Name || refusal == RefundMaybeSent.Name || refusal == RestoreGate.SeenEarly.Name;
}
