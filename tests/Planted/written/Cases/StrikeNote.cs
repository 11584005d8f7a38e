using BackOffice.Core.Access;
using BackOffice.Core.Data;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Cases;

/// <summary>Strikes one's own note through. It stays readable.</summary>
public sealed class StrikeNote(Store store)
{
    public Task<Outcome<Done>> ExecuteAsync(Actor actor, long noteId, CancellationToken cancellationToken) =>
        store.ChangeAsync<Done>(actor, Permission.AddNotes, async (change, rights) =>
        {
            var note = await change.Db.Set<CaseNote>().SingleOrDefaultAsync(n => n.Id == noteId, cancellationToken);
            if (note is null)
            {
                return CasesRefusals.NoteUnknown;
            }

            if (note.AuthorId != actor.Id)
            {
                return CasesRefusals.NoteNotYours;
            }

            note.StruckAt ??= change.Now;
            change.Touch(note.CaseId);
            change.Audit("note.struck", "note:" + noteId.ToString(System.Globalization.CultureInfo.InvariantCulture));
            return default(Done);
        }, cancellationToken);
}
