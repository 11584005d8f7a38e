using BackOffice.Core.Values;

namespace BackOffice.Web.Features.Cases;

/// <summary>
/// What step 3 was refused, and where that is said. Why a send was refused is said in its dialog; where colleagues have to agree by now, the dialog goes
/// with its button, and the page says it. Which of the two it is shows only once the page has read the case again.
/// </summary>
public sealed class CheckRefusal
{
    private Refusal? onPage;
    private Refusal? inDialog;

    /// <param name="hasDialog">Whether there is still a button to send, and a dialog behind it.</param>
    public Refusal? SaidOnPage(bool hasDialog) => onPage ?? (hasDialog ? null : inDialog);

    /// <summary>Says it on the page; null says that nothing was refused. It takes the place of whatever was said before.</summary>
    public void Say(Refusal? no) => (onPage, inDialog) = (no, null);

    /// <summary>The same of a send, before the page reads the case again.</summary>
    public void SayOfSend(Refusal? no) => (onPage, inDialog) = (null, no);
}
