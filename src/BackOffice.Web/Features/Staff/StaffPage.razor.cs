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
    private string? handed;
    private string? handedTo;

    protected override async Task OnInitializedAsync()
    {
        actor = await current.GetAsync();
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        rows = (await list.ExecuteAsync(actor!, life.Token)).IsDone(out var found, out refusal) ? found : null;
    }

    private void Begin() => (draft, inDialog) = (new StaffDraft(), null);

    private void Change(StaffRow row) => (draft, inDialog) = (StaffDraft.Of(row), null);

    private void Close() => draft = null;

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

            (handed, handedTo) = (created.InitialPassword, draft.Name);
        }

        draft = null;
        await ReadAsync();
    }

    private async Task ResetAsync(SignInPart part)
    {
        var outcome = await reset.ExecuteAsync(actor!, new ResetSignInInput(draft!.UserId!.Value, part), life.Token);
        if (!outcome.IsDone(out var done, out inDialog))
        {
            return;
        }

        if (done.InitialPassword is { } password)
        {
            (handed, handedTo) = (password, draft.Name);
        }

        draft = null;
        await ReadAsync();
    }
}
