using BackOffice.Web.Features.Settings;

namespace Unit.Web.Settings;

public sealed class FollowedTests
{
    /// <param name="typed">Over a stored 10; none where nothing was typed.</param>
    [Theory]
    [InlineData(null, 10, 10, false, false)]
    [InlineData(null, 20, 20, false, false)]
    [InlineData(15, 10, 15, true, false)]
    [InlineData(15, 20, 15, true, true)]
    [InlineData(15, 15, 15, false, false)]
    public void Field_AfterANewLook_FollowsWhereItWasNotTouched(int? typed, int now, int shown, bool isTouched, bool isOvertaken)
    {
        var seen = new Followed<int>(10, 10);
        var field = (typed is { } value ? seen.Set(value) : seen).Follow(now);

        Assert.Equal((shown, now, isTouched, isOvertaken), (field.Typed, field.Stored, field.IsTouched, field.IsOvertaken));
    }

    /// <summary>A second look that finds nothing new takes nothing back of what the first one found.</summary>
    [Fact]
    public void Field_Overtaken_StaysSoUntilItSaysTheSame()
    {
        var field = new Followed<int>(10, 10).Set(15).Follow(20).Follow(20);

        Assert.True(field.IsOvertaken);
        Assert.True(field.Set(16).IsOvertaken);
        Assert.False(field.Set(20).IsOvertaken);
        Assert.Equal(new Followed<int>(20, 20), field.Undo());
    }
}
