using BackOffice.Core.Access;
using BackOffice.Core.Cases;
using BackOffice.Web.Features.Cases;
using Bunit;
using Unit.Testing;
using Unit.Web.Shell;

namespace Unit.Web.Cases;

public sealed class NoteBoxTests : DeskScreen
{
    [Fact]
    public async Task Box_Opened_TakesTheFocusOnce_AndAWholeNote()
    {
        await using var desk = await Desk.StartAsync();
        Sit(desk, await desk.Staff.AgentAsync(), Role.Agent, typeof(AddNote));

        var box = Render<NoteBox>(p => p.Add(n => n.Of, ACase.Page(CaseState.Quoted))).Find("textarea");

        Assert.Equal(box.Id, Assert.Single(JSInterop.Invocations["desk.focus"]).Arguments[0]);
        Assert.Equal("8000", box.GetAttribute("maxlength"));
    }
}
