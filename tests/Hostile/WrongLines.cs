using BackOffice.Core.Access;

namespace Hostile;

/// <summary>Differences that nobody who is there may make. A judge that lets one of them pass would let an attack pass.</summary>
internal static class WrongLines
{
    /// <summary>A case with a line on its timeline, and one without.</summary>
    private const string Touched = "1";
    private const string Untouched = "2";

    private static readonly Guid Nobody = new("ffffffff-ffff-ffff-ffff-ffffffffffff");

    public static IReadOnlyList<Difference> Of(Func<Person, Guid> idOf)
    {
        var (agent, colleague) = (idOf(Cast.Agent).ToString(), idOf(Cast.Colleague).ToString());
        return
        [
            .. Acts(idOf).Select(act => Came("Audit", ("ActorId", act.Actor.ToString()), ("Action", act.Action))),
            .. Lines(idOf).Select(line => Came("Timeline", ("CaseId", Touched), ("ActorId", line.Actor.ToString()), ("Kind", line.Kind))),
            Changed("Audit", "Action", "approval.declined", "approval.given", ("ActorId", agent)),
            Went("Audit", ("ActorId", agent), ("Action", "order.viewed")),
            Came("Notes", ("AuthorId", colleague), ("StruckAt", "")),
            Changed("Notes", "StruckAt", "", "1", ("AuthorId", colleague)),
            Changed("Notes", "Text", "As it was.", "As it suits.", ("AuthorId", agent), ("StruckAt", "")),
            Came("Quotes", ("QuotedByName", Cast.Colleague.Name)),
            Came("Approvals", ("RequestedById", colleague), ("State", "waiting")),
            Came("Approvals", ("RequestedById", agent), ("State", "approved")),
            Changed("Approvals", "State", "waiting", "approved", ("RequestedById", agent)),
            Changed("Approvals", "State", "approved", "withdrawn", ("RequestedById", agent)),
            Came("Cases", ("Id", Touched), ("OpenedById", colleague), ("State", "open")),
            Came("Cases", ("Id", Touched), ("OpenedById", agent), ("State", "queued")),
            Changed("Cases", "State", "awaiting-approval", "queued", ("Id", Touched)),
            Changed("Cases", "State", "outcome-unknown", "open", ("Id", Touched)),
            Changed("Cases", "State", "quoted", "withdrawn", ("Id", Untouched)),
            Came("AspNetUsers", ("Email", "new@desk.example")),
            Changed("AspNetUsers", "PasswordHash", "theirs", "mine"),
            Went("AspNetUsers", ("Email", Cast.Victim.Email)),
            Came("AspNetUserRoles", ("UserId", agent), ("RoleId", Roles.IdOf(Role.Supervisor).ToString())),
            Came("Attempts", ("State", "planned")),
            Came("ApprovalVotes", ("IsYes", "1")),
            Changed("ApprovalRules", "FreeUpToMinor", "50000", "99999999"),
            Changed("DeskSettings", "CustomerPaid", "before", "after"),
        ];
    }

    private static IEnumerable<(Guid Actor, string Action)> Acts(Func<Person, Guid> idOf)
    {
        (Person Actor, string[] Actions)[] wrong =
        [
            (Cast.Roleless, ["order.viewed", "export.started", "export.finished", "export.cut-off", "case.opened"]),
            (Cast.Auditor, ["order.viewed", "case.opened", "note.added"]),
            (Cast.Agent, ["export.started", "export.finished", "export.cut-off", "case.taken", "send.permitted", "approval.given", "unknown.decided", "staff.changed", "settings.rule-changed"]),
            (Cast.Honest, ["export.started", "case.opened"]),
            (Cast.Victim, ["order.viewed", "export.started", "staff.created", "settings.rule-added"]),

            // What their roles allowed them.
            (Cast.Demoted, ["order.viewed", "export.started", "case.taken", "approval.given", "unknown.decided"]),
            (Cast.Dismissed, ["staff.changed", "settings.rule-removed"]),

            // What their roles allow them, had they been there.
            (Cast.Colleague, ["order.viewed", "case.opened"]),
            (Cast.Supervisor, ["order.viewed", "export.started", "approval.given"]),
        ];
        return
        [
            .. wrong.SelectMany(w => w.Actions.Select(action => (idOf(w.Actor), action))),
            (Nobody, "order.viewed"), (Nobody, "case.opened"),
            (Actor.Worker.Id, "order.viewed"), (Actor.Worker.Id, "void.sending"), (Actor.Worker.Id, "approval.given"),
        ];
    }

    private static IEnumerable<(Guid Actor, string Kind)> Lines(Func<Person, Guid> idOf) =>
    [
        (idOf(Cast.Roleless), "opened"), (idOf(Cast.Auditor), "opened"), (idOf(Cast.Colleague), "quoted"), (idOf(Cast.Demoted), "approved"),
        (idOf(Cast.Agent), "taken"), (idOf(Cast.Agent), "approved"), (idOf(Cast.Agent), "send-permitted"),
        (Actor.Worker.Id, "sending"), (Actor.Worker.Id, "taken"),
    ];

    private static Difference Came(string table, params (string Column, string Value)[] row) => new(table, null, RowOf(row));

    private static Difference Went(string table, params (string Column, string Value)[] row) => new(table, RowOf(row), null);

    private static Difference Changed(string table, string column, string before, string after, params (string Column, string Value)[] rest) =>
        new(table, RowOf([(column, before), .. rest]), RowOf([(column, after), .. rest]));

    private static Row RowOf((string Column, string Value)[] values) => new(values.ToDictionary(v => v.Column, v => v.Value, StringComparer.Ordinal));
}
