namespace Planted;

/// <summary>Which defect is switched on for the schedules of this thread; at most one at a time.</summary>
public static class Defects
{
    [ThreadStatic]
    private static string? current;

    public static string Current
    {
        get => current ?? "";
        set => current = value;
    }

    public static bool IsOn(string name) => current == name;
}
