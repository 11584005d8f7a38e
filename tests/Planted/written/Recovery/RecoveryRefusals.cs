using BackOffice.Core.Values;

namespace BackOffice.Core.Recovery;

public static class RecoveryRefusals
{
    /// <summary>On a case whose planned send was in the backup.</summary>
    public static readonly Refusal CalledOff = new("recovery.called-off", RefusalKind.NotNow);
}
