namespace BackOffice.Web.Hosting;

/// <summary>Whether the program talks to stand-ins inside its own process or to the real partners.</summary>
public enum RunMode
{
    Rehearsal,
    Live,
}
