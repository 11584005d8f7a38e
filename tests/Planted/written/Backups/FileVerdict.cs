namespace BackOffice.Core.Backups;

/// <summary>Why a file was not copied, checked or put in place.</summary>
public enum FileFault
{
    None,

    /// <summary>There is no database to copy, or no file to restore.</summary>
    Missing,

    /// <summary>The file to be written is there already: nothing is overwritten.</summary>
    Exists,

    /// <summary>A half-written copy of an earlier run lies beside it.</summary>
    Unfinished,

    /// <summary>A program works on the database, or somebody restores it.</summary>
    InUse,

    /// <summary>Others kept the database locked for longer than it was waited for.</summary>
    Busy,

    /// <summary>Not a database, or not one of this program.</summary>
    NotOurs,

    /// <summary>Its pages or indexes are broken.</summary>
    Damaged,

    /// <summary>Written by a newer version of the program.</summary>
    TooNew,

    /// <summary>A line of the trail was changed, lost or moved.</summary>
    TrailBroken,

    /// <summary>A journal beside it says that it was copied while somebody wrote: it is not whole.</summary>
    HasJournal,
}

/// <param name="Detail">The name or number that goes with the fault; no personal data.</param>
public sealed record FileVerdict(FileFault Fault, string Detail = "")
{
    public static FileVerdict Good { get; } = new(FileFault.None);

    public bool IsGood => Fault == FileFault.None;
}
