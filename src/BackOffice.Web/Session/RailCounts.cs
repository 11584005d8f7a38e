namespace BackOffice.Web.Session;

/// <summary>The numbers beside the rail's links and in the top bar. Null means not known, and nothing is drawn.</summary>
public sealed class RailCounts
{
    public event Action? Changed;

    public int? Approvals { get; private set; }

    public int? Unknown { get; private set; }

    /// <summary>Cases whose last safe moment is less than a quarter of an hour away.</summary>
    public int? ClosingSoon { get; private set; }

    public void Set(int? approvals, int? unknown, int? closingSoon)
    {
        if ((approvals, unknown, closingSoon) == (Approvals, Unknown, ClosingSoon))
        {
            return;
        }

        (Approvals, Unknown, ClosingSoon) = (approvals, unknown, closingSoon);
        Changed?.Invoke();
    }
}
