using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Reconciliation;
using BackOffice.Core.Values;
using Simulation.Desks;
using Simulation.Engine;
using Simulation.Partner;

namespace Simulation.Runs;

/// <summary>The people: they do what their screen suggests, mostly; they click twice, look at old screens, and try what they may not.</summary>
internal sealed class Crowd(World world)
{
    private const string Because = "As the customer asked.";

    private static readonly string[] Busiest = ["queued", "sending", "outcome-unknown", "by-hand", "awaiting-approval", "quoted", "open"];

    private readonly List<string> fingerprints = [];
    private readonly Dice dice = world.Dice;
    private int stateAt = -1;
    private string state = "";

    /// <summary>Of the case in which most is going on, as committed; empty where there is none. Looked up again only after a commit.</summary>
    public string State
    {
        get
        {
            if (stateAt != world.Commits)
            {
                var states = Screen.All(world.Desk.Register, Prologue.OrderNo).ConvertAll(s => s.State);
                (stateAt, state) = (world.Commits, Busiest.FirstOrDefault(states.Contains) ?? states.FirstOrDefault() ?? "");
            }

            return state;
        }
    }

    public void Act(int burst)
    {
        var all = Screen.All(world.Desk.Register, Prologue.OrderNo);
        var screen = all.Count > 1 && dice.Chance(250, world.Step, Purpose.Person, 2) ? all[dice.Below(all.Count, world.Step, Purpose.Person, 3)] : all.FirstOrDefault();
        if (screen?.Fingerprint is { } fresh && !fingerprints.Contains(fresh, StringComparer.Ordinal))
        {
            fingerprints.Add(fresh);
        }

        var person = world.Staff[dice.Pick<int>([0, 0, 0, 1, 2, 2, 3, 3, 4, 5], world.Step, Purpose.Person)];
        var clicks = dice.Chance(150, world.Step, Purpose.Person, 1) ? 2 : 1;
        for (var i = 0; i < clicks; i++)
        {
            var desk = world.Instances[dice.Below(2, world.Step, Purpose.Target, i)];
            if (!desk.IsDead && Wish(screen, person, desk) is var (name, work))
            {
                world.Begin(name, desk, work, i == 0 ? burst : 2, person.Number);
            }
        }
    }

    /// <summary>The administrator takes rights away, gives them back, or lets somebody go.</summary>
    public void Office()
    {
        var person = world.Staff[dice.Below(5, world.Step, Purpose.Person)];
        var id = person.Actor.Id.ToString().ToUpperInvariant();
        switch (dice.Below(5, world.Step, Purpose.Detail))
        {
            case 0 or 1 when person.HasRole:
                person.HasRole = false;
                world.Desk.Register.Write("DELETE FROM AspNetUserRoles WHERE UserId = @a", id);
                break;
            case 2 when person.IsActive:
                person.IsActive = false;
                world.Desk.Register.Write("UPDATE AspNetUsers SET IsActive = 0 WHERE Id = @a", id);
                break;
            case 3 when person.Role == Role.Supervisor:
                person.ApprovalLimit = person.ApprovalLimit is null ? 10_000 : null;
                world.Desk.Register.Write("UPDATE AspNetUsers SET ApprovalLimit = @b WHERE Id = @a", id, person.ApprovalLimit is { } limit ? "USD:" + limit.ToString(System.Globalization.CultureInfo.InvariantCulture) : DBNull.Value);
                break;
            case 4:
                if (!person.HasRole)
                {
                    world.Desk.Register.Write("INSERT INTO AspNetUserRoles (UserId, RoleId) VALUES (@a, @b)", id, Roles.IdOf(person.Role).ToString().ToUpperInvariant());
                }

                (person.HasRole, person.IsActive) = (true, true);
                world.Desk.Register.Write("UPDATE AspNetUsers SET IsActive = 1 WHERE Id = @a", id);
                break;
        }

        world.Note(world.Trace is null ? null : $"   the office: {person.Actor.Name} has the role: {person.HasRole}, is active: {person.IsActive}, approves up to {person.ApprovalLimit}", "office", person.Number);
    }

    private (string Name, Func<Task> Work)? Wish(Screen? screen, Person person, Instance desk)
    {
        var strange = dice.Chance(120, world.Step, Purpose.Detail);
        var roll = dice.Below(100, world.Step, Purpose.Detail, 1);
        var state = strange ? dice.Pick<string>(["open", "quoted", "awaiting-approval", "queued", "outcome-unknown", "following", "refunded", "by-hand"], world.Step, Purpose.Detail, 2) : screen?.State ?? "";
        if (screen is null)
        {
            return Open(person, desk);
        }

        if (dice.Chance(40, world.Step, Purpose.Detail, 6))
        {
            return Take(screen, person, desk);
        }

        if (world.Line != Line.Void && dice.Chance(60, world.Step, Purpose.Detail, 10))
        {
            return Open(person, desk);
        }

        return state switch
        {
            "open" => roll < 80 ? Quote(screen, person, desk) : roll < 88 ? Close(screen, person, desk) : roll < 93 ? GoOn(screen, person, desk) : Take(screen, person, desk),
            "by-hand" => roll < 50 ? Record(screen, person, desk) : roll < 62 ? TakeBack(screen, person, desk) : roll < 75 ? Settle(screen, person, desk, UnknownDecision.Close) : Permit(screen, person, desk),
            "quoted" => roll < 15 ? Quote(screen, person, desk) : roll < 50 ? Ask(screen, person, desk) : roll < 95 ? Permit(screen, person, desk) : Close(screen, person, desk),
            "awaiting-approval" => roll < 60 ? Vote(screen, person, desk, isYes: true) : roll < 68 ? Vote(screen, person, desk, isYes: false)
                : roll < 80 ? TakeBack(screen, person, desk) : Quote(screen, person, desk),
            "queued" => roll < 30 ? TakeBack(screen, person, desk) : roll < 60 ? Permit(screen, person, desk) : Quote(screen, person, desk),
            "sending" => roll < 50 ? Permit(screen, person, desk) : TakeBack(screen, person, desk),
            "outcome-unknown" => roll < 20 ? Now(screen, person, desk) : roll < 60 ? Settle(screen, person, desk, UnknownDecision.NotSent)
                : roll < 85 ? Settle(screen, person, desk, UnknownDecision.Sent) : roll < 92 ? Settle(screen, person, desk, UnknownDecision.Close) : Quote(screen, person, desk),
            "following" => roll < 60 ? Now(screen, person, desk) : roll < 80 ? Settle(screen, person, desk, UnknownDecision.Close) : Permit(screen, person, desk),
            _ => Open(person, desk),
        };
    }

    private string Seen(Screen screen) =>
        fingerprints.Count > 0 && dice.Chance(120, world.Step, Purpose.Detail, 3) ? fingerprints[dice.Below(fingerprints.Count, world.Step, Purpose.Detail, 4)] : screen.Fingerprint ?? "";

    private (string, Func<Task>) Open(Person person, Instance desk)
    {
        var roll = dice.Below(100, world.Step, Purpose.Detail, 11);
        return world.Line switch
        {
            Line.Void when roll < 92 => OpenVoid(person, desk),
            Line.Refund when roll < 12 => OpenVoid(person, desk),
            Line.Void or Line.Refund => OpenRefund(person, desk),
            Line.Card when roll < 85 => Prepare(person, desk),
            Line.Card => roll < 92 ? OpenVoid(person, desk) : OpenRefund(person, desk),
        };
    }

    private static (string, Func<Task>) OpenVoid(Person person, Instance desk) =>
        ("open", () => desk.OpenVoidCase.ExecuteAsync(person.Actor, new OpenVoidCaseInput(Prologue.OrderNo, Because), default));

    private (string, Func<Task>) OpenRefund(Person person, Instance desk)
    {
        var passengers = dice.Pick<string>(["ALPHA", "BRAVO", "ALPHA BRAVO"], world.Step, Purpose.Detail, 12).Split(' ');
        return ("open-refund", () => desk.OpenRefundCase.ExecuteAsync(person.Actor, new OpenRefundCaseInput(Prologue.OrderNo, Prologue.WishFor(passengers), Because), default));
    }

    /// <summary>The customer's leg of any case: of this payment, in whole or in part, sometimes of another one.</summary>
    private (string, Func<Task>) Prepare(Person person, Instance desk)
    {
        var suppliers = Screen.All(world.Desk.Register, Prologue.OrderNo).FindAll(s => s.Kind != "card");
        var supplier = suppliers.Count == 0 ? "V-2026-000001" : suppliers[dice.Below(suppliers.Count, world.Step, Purpose.Detail, 13)].Number;
        var minor = dice.Pick<Figures>(Prologue.MenuOf(Line.Card), world.Step, Purpose.Detail, 14).Minor;
        var input = Prologue.CardWish(supplier, minor);
        return ("prepare", () => desk.PrepareCardRefund.ExecuteAsync(person.Actor, input, default));
    }

    private static (string, Func<Task>) GoOn(Screen screen, Person person, Instance desk) =>
        ("continue", () => desk.ContinueAsRefund.ExecuteAsync(person.Actor, new ContinueAsRefundInput(screen.Number), default));

    /// <summary>Makes the refund on AsiaBill's own pages, mostly once, and writes its number down; now and then another's.</summary>
    private (string, Func<Task>)? Record(Screen screen, Person person, Instance desk)
    {
        if (screen.TradeNo is not { } tradeNo || world.Books.Cards.Of(tradeNo) is not { } payment || screen.AtStake is not { } sum)
        {
            return null;
        }

        var minor = long.Parse(sum.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture);
        var made = payment.Taken.FindLast(t => t.IsForeign && t.Figures.Minor == minor);
        if (made is null || dice.Chance(100, world.Step, Purpose.Detail, 15))
        {
            made = world.Books.Cards.TakeByHand(payment, minor, world.Clock.Now);
            made.Status = dice.Pick<int>([0, 0, 1, 2], world.Step, Purpose.Detail, 18);
            world.Note(world.Trace is null ? null : $"   {person.Actor.Name} makes {made.Code} by hand", "by-hand", made.Status);
        }

        var all = world.Books.Cards.All.ToList();
        var code = dice.Chance(150, world.Step, Purpose.Detail, 16) ? all[dice.Below(all.Count, world.Step, Purpose.Detail, 17)].Code : made.Code;
        return ("record", () => desk.RecordCardRefund.ExecuteAsync(person.Actor, new RecordCardRefundInput(screen.Number, code), default));
    }

    private static (string, Func<Task>) Quote(Screen screen, Person person, Instance desk) =>
        ("quote", () => desk.QuoteCase.ExecuteAsync(person.Actor, screen.Number, default));

    private (string, Func<Task>) Ask(Screen screen, Person person, Instance desk)
    {
        var input = new AskForApprovalInput(screen.Number, Seen(screen), Because);
        return ("ask", () => desk.AskForApproval.ExecuteAsync(person.Actor, input, default));
    }

    private (string, Func<Task>) Permit(Screen screen, Person person, Instance desk)
    {
        var input = new PermitSendInput(screen.Number, Seen(screen), Because);
        return ("permit", () => desk.PermitSend.ExecuteAsync(person.Actor, input, default));
    }

    private static (string, Func<Task>)? Vote(Screen screen, Person person, Instance desk, bool isYes) => screen.RequestId is { } request
        ? ("decide", () => desk.Decide.ExecuteAsync(person.Actor, new DecideInput(request, isYes, screen.RequestFingerprint!, isYes ? null : Because), default))
        : null;

    private static (string, Func<Task>) TakeBack(Screen screen, Person person, Instance desk) =>
        ("take-back", () => desk.WithdrawRequest.ExecuteAsync(person.Actor, new WithdrawRequestInput(screen.Number, Because), default));

    private static (string, Func<Task>) Close(Screen screen, Person person, Instance desk) =>
        ("close", () => desk.WithdrawCase.ExecuteAsync(person.Actor, new WithdrawCaseInput(screen.Number, Because), default));

    private static (string, Func<Task>) Take(Screen screen, Person person, Instance desk) =>
        ("take", () => desk.TakeCase.ExecuteAsync(person.Actor, screen.Number, default));

    private static (string, Func<Task>) Now(Screen screen, Person person, Instance desk) =>
        ("ask-now", () => desk.AskPartnerNow.ExecuteAsync(person.Actor, screen.Number, default));

    private (string, Func<Task>) Settle(Screen screen, Person person, Instance desk, UnknownDecision decision)
    {
        var taken = screen.TradeNo is { } tradeNo ? world.Books.TakenFor("payment:" + tradeNo) : world.Books.TakenFor(Prologue.OrderNo);
        var code = taken.Count > 0 && dice.Chance(700, world.Step, Purpose.Detail, 5) ? taken[^1].Code
            : screen.TradeNo is null ? "202609-9999" : world.Books.TakenFor("payment:" + Prologue.OtherTradeNo)[0].Code;
        return ("decide-unknown " + decision, () => desk.DecideUnknown.ExecuteAsync(
            person.Actor, new DecideUnknownInput(screen.Number, decision, Because, decision == UnknownDecision.Sent ? code : null), default));
    }
}
