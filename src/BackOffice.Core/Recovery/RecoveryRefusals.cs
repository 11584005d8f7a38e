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
    public static bool LeavesDoubt(Refusal refusal) =>
        refusal.Is(CalledOff) || refusal.Is(CardMaybePaid) || refusal.Is(RefundMaybeSent) || refusal.Is(RestoreGate.SeenEarly);
}
