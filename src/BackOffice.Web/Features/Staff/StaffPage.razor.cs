using BackOffice.Core.Access;
using BackOffice.Core.Values;
using BackOffice.Web.Session;

namespace BackOffice.Web.Features.Staff;

/// <summary>Who works here, with roles and limits; accounts are made and changed here and nowhere else.</summary>
public sealed partial class StaffPage(
    ListStaff list, CreateStaff create, ChangeStaff change, ResetSignIn reset, CurrentActor current, CircuitLife life)
{
    private Actor? actor;
    private IReadOnlyList<StaffRow>? rows;
    private Refusal? refusal;
    private Refusal? inDialog;
    private StaffDraft? draft;
    private SignInPart? begun;
    private HandedPassword? handed;

    /// <summary>Beside what it belongs to: an open dialog hides the page.</summary>
    private HandedPassword? HandedInDialog => draft is { UserId: { } id } && handed?.UserId == id ? handed : null;

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

    private void Change(StaffRow row) => (draft, inDialog, begun) = (StaffDraft.Of(row), null, null);

    private void Close() => draft = null;

    private void HandedOver() => handed = null;

    private async Task SaveAsync()
    {
        if (!draft!.TryReadLimits(out var sendLimit, out var approvalLimit))
        {
            inDialog = AccessRefusals.LimitInvalid;
            return;
        }

        if (draft.UserId is { } id)
        {
            var outcome = await change.ExecuteAsync(actor!, draft.ToChange(id, sendLimit, approvalLimit), life.Token);
            if (!outcome.IsDone(out _, out inDialog))
            {
                return;
            }
        }
        else
        {
            var outcome = await create.ExecuteAsync(actor!, draft.ToCreate(sendLimit, approvalLimit), life.Token);
            if (!outcome.IsDone(out var created, out inDialog))
            {
                return;
            }

            handed = new HandedPassword(created.UserId, draft.Name, created.InitialPassword);
        }

        draft = null;
        await ReadAsync();
    }

    /// <summary>What was typed about the person stays in the dialog: it has nothing to do with how they sign in.</summary>
    private async Task ResetAsync(SignInPart part)
    {
        var of = draft!;
        var person = of.Row!;
        var outcome = await reset.ExecuteAsync(actor!, new ResetSignInInput(person.UserId, part), life.Token);
        if (!outcome.IsDone(out var done, out inDialog))
        {
            begun = null;
            return;
        }

        begun = part;
        if (done.InitialPassword is { } password)
        {
            handed = new HandedPassword(person.UserId, person.DisplayName, password);
        }

        await ReadAsync();
        if (rows?.FirstOrDefault(row => row.UserId == person.UserId) is { } now)
        {
            of.SignInChanged(now);
        }
    }
}
