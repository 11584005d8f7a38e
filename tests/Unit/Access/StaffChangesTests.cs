using BackOffice.Core.Access;
using Microsoft.Extensions.Logging.Abstractions;

namespace Unit.Access;

public sealed class StaffChangesTests
{
    private static readonly Guid Anna = Guid.NewGuid();

    private readonly StaffChanges changes = new(NullLogger<StaffChanges>.Instance);

    [Fact]
    public void Change_OfAPerson_TellsTheirScreensAndNobodyElses()
    {
        var told = new List<string>();
        using var first = changes.Subscribe(Anna, () => told.Add("first"));
        using var second = changes.Subscribe(Anna, () => told.Add("second"));
        using var other = changes.Subscribe(Guid.NewGuid(), () => told.Add("other"));
        changes.Subscribe(Anna, () => told.Add("closed")).Dispose();

        changes.Notify(Anna);

        Assert.Equal(["first", "second"], told.Order(StringComparer.Ordinal));
    }

    /// <summary>Somebody was barred: a screen that breaks must not keep the news from the others.</summary>
    [Fact]
    public void Screen_ThatThrows_KeepsNothingFromTheOthers()
    {
        var told = 0;
        using var before = changes.Subscribe(Anna, () => told++);
        using var broken = changes.Subscribe(Anna, () => throw new ObjectDisposedException("A screen."));
        using var after = changes.Subscribe(Anna, () => told++);

        changes.Notify(Anna);

        Assert.Equal(2, told);
    }
}
