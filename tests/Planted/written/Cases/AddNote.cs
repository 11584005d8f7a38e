using BackOffice.Core.Access;
using BackOffice.Core.Data;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Cases;

/// <param name="Text">At most 8,000 characters; line breaks are kept.</param>
public sealed record AddNoteInput(string CaseNumber, string Text);

/// <summary>Adds a note; also to a closed case, for the next colleague.</summary>
public sealed class AddNote(Store store)
{
    public Task<Outcome<Done>> ExecuteAsync(Actor actor, AddNoteInput input, CancellationToken cancellationToken) =>
        store.ChangeAsync<Done>(actor, Permission.AddNotes, async (change, rights) =>
        {
            var text = input.Text.Trim();
            if (text.Length == 0)
            {
                return CasesRefusals.NoteEmpty;
            }

            if (text.Length > CaseNote.LongestText)
            {
                return CasesRefusals.NoteTooLong.With(CaseNote.LongestText, text.Length);
            }

            var id = await change.Db.Set<Case>().Where(c => c.Number == input.CaseNumber).Select(c => (long?)c.Id).SingleOrDefaultAsync(cancellationToken);
            if (id is not { } caseId)
            {
                return CasesRefusals.CaseUnknown;
            }

            change.Db.Add(new CaseNote { CaseId = caseId, At = change.Now, AuthorId = actor.Id, AuthorName = actor.Name, Text = text });
            change.Touch(caseId);
            change.Audit("note.added", "case:" + input.CaseNumber, new { length = text.Length });
            return default(Done);
        }, cancellationToken);
}
