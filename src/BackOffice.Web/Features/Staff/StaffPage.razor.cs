using BackOffice.Core.Access;
using BackOffice.Core.Values;
using BackOffice.Web.Session;

namespace BackOffice.Web.Features.Staff;

/// <summary>Who works here, with roles and limits; accounts are made and changed here and nowhere else.</summary>
public sealed partial class StaffPage(
    ListStaff list, CreateStaff create, ChangeStaff change, ResetSignIn reset, Browser browser, CurrentActor current, CircuitLife life)
{
    private readonly List<HandedPassword> handed = [];
    private Actor? actor;
    private IReadOnlyList<StaffRow>? rows;
    private Refusal? refusal;
    private Refusal? inDialog;
    private StaffDraft? draft;
    private SignInPart? begun;

    /// <summary>Beside what it belongs to: an open dialog hides the page.</summary>
    private HandedPassword? HandedInDialog => draft?.UserId is { } id ? handed.Find(password => password.UserId == id) : null;

    private IEnumerable<HandedPassword> HandedOnPage => handed.Where(password => password != HandedInDialog);

    protected override async Task OnInitializedAsync()
    {
        actor = await current.GetAsync();
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        rows = (await list.ExecuteAsync(actor!, life.Token)).IsDone(out var found, out refusal) ? found : null;
    }

    private void Begin() => (draft, inDialog, begun) = (new StaffDraft(), null, null);

    /// <summary>As the person is now: a lock or a colleague's change may be younger than the list. What was opened meanwhile stays open.</summary>
    private async Task ChangeAsync(Guid userId)
    {
        if (await FindAsync(userId) is { } now && draft is null)
        {
            (draft, inDialog, begun) = (StaffDraft.Of(now), null, null);
        }
    }

    /// <summary>What was typed is thrown away.</summary>
    private async Task CloseAsync()
    {
        if (draft is { } of)
        {
            draft = null;
            await browser.ForgetDraftAsync(of.Key);
        }
    }

    /// <summary>A person has one password: a newer one makes the box of the older untrue. Nobody else's leaves the screen.</summary>
    private void Hand(HandedPassword password)
    {
        handed.RemoveAll(older => older.UserId == password.UserId);
        handed.Add(password);
    }

    private void HandedOver(HandedPassword password) => handed.Remove(password);

    private async Task<StaffRow?> FindAsync(Guid userId)
    {
        await ReadAsync();
        return rows?.FirstOrDefault(row => row.UserId == userId);
    }

    private async Task FollowAsync(StaffDraft of, Guid userId)
    {
        if (await FindAsync(userId) is { } now)
        {
            of.Follow(now);
        }
    }

    /// <summary>In the dialog that it is about. Another one may have been opened before the answer came.</summary>
    private void SayIn(StaffDraft of, Refusal? no, SignInPart? part = null)
    {
        if (draft == of)
        {
            (inDialog, begun) = (no, part);
        }
    }

    private async Task SaveAsync()
    {
        // The dialog can be closed before the answer is there, and the password must not be lost with it.
        var of = draft!;
        inDialog = of.WhyNotLimits(out var sendLimit, out var approvalLimit);
        if (inDialog is not null)
        {
            return;
        }

        if (of.UserId is { } id)
        {
            var outcome = await change.ExecuteAsync(actor!, of.ToChange(id, sendLimit, approvalLimit), life.Token);
            if (!outcome.IsDone(out _, out var no))
            {
                SayIn(of, no);
                await FollowAsync(of, id);
                return;
            }
        }
        else
        {
            var outcome = await create.ExecuteAsync(actor!, of.ToCreate(sendLimit, approvalLimit), life.Token);
            if (!outcome.IsDone(out var created, out var no))
            {
                SayIn(of, no);
                return;
            }

            Hand(new HandedPassword(created.UserId, of.Name, created.InitialPassword));
        }

        draft = draft == of ? null : draft;
        // Of two new people one after the other, what is being typed about the second has the same key.
        if (draft?.Key != of.Key)
        {
            await browser.ForgetDraftAsync(of.Key);
        }

        await ReadAsync();
    }

    /// <summary>What was typed about the person stays in the dialog: it has nothing to do with how they sign in.</summary>
    private async Task ResetAsync(SignInPart part)
    {
        var of = draft!;
        var person = of.Row!;
        var outcome = await reset.ExecuteAsync(actor!, new ResetSignInInput(person.UserId, part), life.Token);
        if (!outcome.IsDone(out var done, out var no))
        {
            SayIn(of, no);
            return;
        }

        SayIn(of, null, part);
        if (done.InitialPassword is { } password)
        {
            Hand(new HandedPassword(person.UserId, person.DisplayName, password));
        }

        await FollowAsync(of, person.UserId);
    }
}
