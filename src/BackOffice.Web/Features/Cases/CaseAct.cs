namespace BackOffice.Web.Features.Cases;

/// <summary>What a person can do on a case's page.</summary>
public enum CaseAct
{
    Quote,
    AskForApproval,
    Send,
    WithdrawRequest,
    WithdrawCase,
    ContinueAsRefund,
    Take,
    AskAtlasNow,
    DecideNotSent,
    DecideSent,
    CloseByHand,
    Note,
}
