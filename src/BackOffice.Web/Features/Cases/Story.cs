using System.Globalization;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;

namespace BackOffice.Web.Features.Cases;

public enum StoryFilter
{
    All,
    Money,
    Notes,
}

/// <summary>One line of a case's story: something that happened, or a note.</summary>
public sealed record StoryLine(DateTimeOffset At, TimelineEntry? Entry, CaseNote? Note)
{
    public string Key => Entry is not null
        ? string.Create(CultureInfo.InvariantCulture, $"e{Entry.Id}")
        : string.Create(CultureInfo.InvariantCulture, $"n{Note?.Id}");
}

/// <summary>The timeline and the notes of a case as one story, newest first. Pure.</summary>
public sealed class Story(CaseView view)
{
    private const int ShownWhole = 14;
    private const int ShownAbove = 8;
    private const int ShownBelow = 3;

    public IReadOnlyList<StoryLine> Lines(StoryFilter filter) =>
    [
        .. view.Timeline.Where(e => filter == StoryFilter.All || (filter == StoryFilter.Money && TimelineWords.IsAboutMoney(e.Kind))).Select(e => new StoryLine(e.At, e, null))
            .Concat(view.Notes.Where(_ => filter != StoryFilter.Money).Select(n => new StoryLine(n.At, null, n)))
            .OrderByDescending(l => l.At).ThenByDescending(l => l.Entry?.Id ?? long.MaxValue),
    ];

    public int Count(StoryFilter filter) => Lines(filter).Count;

    /// <summary>Which lines in the middle are folded away: the newest tell how it stands, the oldest how it began.</summary>
    public static (int From, int Count) FoldOf(int lines, bool isUnfolded) =>
        isUnfolded || lines <= ShownWhole ? (0, 0) : (ShownAbove, lines - ShownAbove - ShownBelow);
}
