using E2E.Stage;
using Microsoft.Playwright;

namespace E2E.Journeys;

public sealed class BrokenScriptJourney
{
    /// <summary>Every journey fails where a script broke. This one breaks a script itself, and takes the complaint out before its own end.</summary>
    [Fact]
    public async Task Script_ThatBreaks_IsAComplaintOfThisVeryTest()
    {
        await using var desk = await Desk.OpenAsync();
        await using var person = await Person.ArriveAsync(desk.Address);
        await person.Page.GotoAsync(new Uri(desk.Address, "/account/sign-in").ToString());

        await person.Page.RunAndWaitForConsoleMessageAsync(
            () => person.Page.EvaluateAsync(
                "() => { window.addEventListener('error', () => setTimeout(() => console.log('heard'))); setTimeout(() => { throw new Error('broken on purpose'); }); }"),
            new PageRunAndWaitForConsoleMessageOptions { Predicate = message => message.Text == "heard" });

        Assert.Same(EndsWithoutComplaintsAttribute.OfThisTest(), person.Complaints);
        Assert.True(person.Complaints.TryDequeue(out var complaint));
        Assert.Contains("broken on purpose", complaint, StringComparison.Ordinal);
        Assert.Empty(person.Complaints);
    }
}
