namespace Simulation.SmallScope;

/// <summary>Rules that are wrong on purpose, one at a time: each must lead to a counterexample, or finding none means nothing.</summary>
internal enum WrongRule
{
    None,
    LeaseOverPlansAgain,
    LeaseIsNeverOver,
    SecondLivePermit,
    OwnRequestMayBeApproved,
    MarginIgnoredAtClaim,
    AuthorityNotAskedAtClaim,
    FreshFiguresNotCompared,
    ClaimChecksNothing,
    UnknownReadAsRefused,
    UnknownIsSentAgain,
    NotSentAtOnce,
    NoticeWritesTheState,
    EndedPermitStaysLive,
    FollowedIsNotAskedAbout,
    VoidsOfOtherCasesAreTaken,
    NotSentKeepsThePermit,
    OldAnswersCount,
    OldStatusReopens,
    FoundLeavesTheRequest,
    QuoteSettlesTheUnknown,
    LateCodeThrownAway,
}
