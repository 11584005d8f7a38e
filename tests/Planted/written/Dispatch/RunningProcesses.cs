using System.ComponentModel;
using System.Diagnostics;
using BackOffice.Core.Ledger;

namespace BackOffice.Core.Dispatch;

/// <summary>This run of the program, and which other processes live on its machine.</summary>
/// <param name="self">Written on every permit that this run claims.</param>
/// <param name="startOf">When the process of an id was started; null where none has it.</param>
public sealed class RunningProcesses(Claimant self, Func<int, DateTimeOffset?> startOf)
{
    public Claimant Self => self;

    public DateTimeOffset? StartOf(int processId) => startOf(processId);

    public static RunningProcesses OfThisMachine()
    {
        using var current = Process.GetCurrentProcess();
        return new RunningProcesses(Claimant.Of(Environment.MachineName, current.Id, StartOf(current)), Look);
    }

    private static DateTimeOffset StartOf(Process process) => new(process.StartTime.ToUniversalTime());

    private static DateTimeOffset? Look(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.HasExited ? null : StartOf(process);
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // There is none, it has just ended, or it is another user's and none of ours.
            return null;
        }
    }
}
