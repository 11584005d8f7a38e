namespace E2E.Stage;

/// <summary>Who can sign in to a rehearsal.</summary>
public static class Cast
{
    public const string Password = "Rehearsal-2026!";
    public const string Agent = "agent@rehearsal.example";
    public const string OtherAgent = "agent2@rehearsal.example";
    public const string Supervisor = "supervisor@rehearsal.example";
    public const string OtherSupervisor = "supervisor2@rehearsal.example";
    public const string Auditor = "auditor@rehearsal.example";
    public const string Administrator = "administrator@rehearsal.example";
}
