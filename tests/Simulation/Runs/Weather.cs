using System.Globalization;
using System.Text;
using BackOffice.Core.Webhooks;
using Simulation.Desks;
using Simulation.Engine;
using Simulation.Partner;

namespace Simulation.Runs;

/// <summary>What comes from outside: time, the network, the partner's own doings, and everything that breaks.</summary>
internal sealed class Weather(World world, Limits limits, int faults)
{
    public static readonly string[] ReplyFaults =
    [
        "lost-after", "lost-after", "lost-before", "late", "late", "held", "held", "garbled", "page", "empty", "502-after", "502-before", "429",
        "814-after", "814-before", "803-after", "status--1-after", "status-777", "no-code", "blank-code", "other-order", "contradiction", "redirect", "old",
    ];

    private readonly Dice dice = world.Dice;
    private readonly Dictionary<string, string> answersBefore = new(StringComparer.Ordinal);
    private int left = faults;
    private Backup? backup;

    private int Step => world.Step;

    /// <summary>Of: a program dies, the machine loses power, a clock is moved, the database fails.</summary>
    /// <param name="isSending">A clock that runs ahead then calls a call lost whose answer still comes.</param>
    public void Weigh(Span<int> weights, bool isSending)
    {
        weights[0] = left > 0 ? 4 : 0;
        weights[1] = left > 0 ? 1 : 0;
        weights[2] = left <= 0 ? 0 : isSending ? 12 : 1;
        weights[3] = left > 0 ? 2 : 0;
        weights[4] = backup is null ? 1 : 0;
        weights[5] = left > 0 && backup is not null ? 2 : 0;
    }

    public void Break(string what)
    {
        left -= what == "backup" ? 0 : 1;
        switch (what)
        {
            case "backup":
                backup = new Backup(world.Desk.Capture(), world.Clock.Now, [.. world.Staff.Select(p => p.Copy())], world.Cases);
                world.Note(world.Trace is null ? null : "   a backup is taken", "backup", 0);
                break;
            case "restore":
                world.Kill(0);
                world.Kill(1);
                world.Restore(backup!);
                Restart();
                break;
            case "kill":
                world.Kill(dice.Below(2, Step, Purpose.Fault));
                Restart();
                break;
            case "power":
                world.Kill(0);
                world.Kill(1);
                if (world.Desk.LosePower(1 + dice.Below(3, Step, Purpose.Fault)))
                {
                    world.Note(world.Trace is null ? null : "   the last commits are lost with the power", "lost", 0);
                }

                Restart();
                break;
            case "clock":
                var index = dice.Below(2, Step, Purpose.Fault);
                world.Instances[index].Clock.Skew += TimeSpan.FromSeconds(dice.Pick<int>([3, -3, 90, -90, 700, -700, 7200, -7200], Step, Purpose.Fault, 1));
                world.Note(world.Trace is null ? null : $"{index}: its clock is off by {world.Instances[index].Clock.Skew}", "clock", index);
                break;
            default:
                var place = dice.Pick<Place>([Place.BeforeBegin, Place.BeforeStatement, Place.BeforeStatement, Place.BeforeCommit, Place.AfterCommit], Step, Purpose.Fault);
                world.Faults.Plan(place, dice.Below(6, Step, Purpose.Fault, 1), place == Place.BeforeBegin ? 5 : dice.Pick<int>([10, 13, 13], Step, Purpose.Fault, 2));
                break;
        }
    }

    public void Pass()
    {
        var now = world.Clock.Now;
        var order = world.Books.Of(Prologue.OrderNo);
        var toMargin = order.Deadline - TimeSpan.FromMinutes(2) - now;
        world.Advance(dice.Below(14, Step, Purpose.Clock) switch
        {
            0 or 1 => TimeSpan.FromSeconds(1),
            2 or 3 => TimeSpan.FromSeconds(10),
            4 or 5 => TimeSpan.FromSeconds(31),
            6 => TimeSpan.FromSeconds(91),
            7 => TimeSpan.FromMinutes(5),
            8 => TimeSpan.FromMinutes(11),
            9 when toMargin > TimeSpan.FromSeconds(5) => toMargin - TimeSpan.FromSeconds(5),
            10 when toMargin > TimeSpan.FromSeconds(-1) => toMargin + TimeSpan.FromSeconds(1),
            11 when order.Deadline > now => order.Deadline - now + TimeSpan.FromSeconds(1),
            _ when world.Clock.NextTimer is { } next && next > now => next - now,
            _ => TimeSpan.FromSeconds(20),
        });
    }

    public void Deliver(Packet packet)
    {
        if ((left > 0 || packet.MovesMoney) && packet.Path != "queryOrderDetails.do" && dice.Chance(packet.MovesMoney ? 650 : 150, Step, Purpose.Reply))
        {
            var fault = dice.Pick<string>([.. ReplyFaults.Where(f => Exists(f, packet))], Step, Purpose.Reply, 1);
            if (!limits.Without.Contains(fault))
            {
                world.Note(world.Trace is null ? null : $"   {packet.Path} of {packet.Sender.Name}: {fault}", fault, packet.Number);
                if (Spoil(packet, fault))
                {
                    left--;
                    world.Tally.Faults++;
                }

                return;
            }
        }

        world.Network.Arrive(packet, answer =>
        {
            answersBefore[packet.Path] = answer;
            return new Reply(200, answer);
        });
    }

    public void Airline()
    {
        var order = world.Books.Of(Prologue.OrderNo);
        var doing = dice.Below(12, Step, Purpose.Books);
        if (Running() is { Count: > 0 } running && doing < 8)
        {
            Move(running[dice.Below(running.Count, Step, Purpose.Books, 1)]);
        }
        else if (doing is 8 or 9 or 10)
        {
            var figures = dice.Below(5, Step, Purpose.Books, 6) switch
            {
                0 => order.Figures with { IsVoucher = !order.Figures.IsVoucher },
                1 or 2 when world.Line == Line.Refund => order.Figures with { IsGuess = !order.Figures.IsGuess },
                _ => dice.Pick<Figures>(Prologue.MenuOf(world.Line == Line.Refund ? Line.Refund : Line.Void), Step, Purpose.Books, 4),
            };
            order.Figures = figures with { Version = order.Figures.Version + 10 };
            world.Note(world.Trace is null ? null : $"   the partner now quotes {order.Figures}", "figures", order.Figures.Version);
        }
        else if (doing == 11 && world.Line != Line.Card && dice.Chance(300, Step, Purpose.Books, 5))
        {
            world.SubmitElsewhere(Step);
        }
        else
        {
            order.IsPossible = !order.IsPossible;
            world.Note(world.Trace is null ? null : $"   voids and refunds are possible: {order.IsPossible}", "possible", order.IsPossible ? 1 : 0);
        }
    }

    private List<Submitted> Running() =>
        [.. world.Books.Of(Prologue.OrderNo).Taken.Where(v => v.Status is 0 or 1 or 3), .. world.Books.Cards.All.Where(t => t.Status is not (1 or 2))];

    private void Move(Submitted held)
    {
        var isCard = held.TradeNo is not null;
        var impossible = dice.Chance(250, Step, Purpose.Books, 2);
        held.MoveTo(impossible && (isCard || held.Status != 0) ? (isCard ? 9 : dice.Pick<int>([9, 2, 2, 5, 5, -1], Step, Purpose.Books, 3))
            : held.Status == 0 && !isCard ? 1
            : dice.Pick(world.EndingsOf(held), Step, Purpose.Books, 3));
        world.Note(world.Trace is null ? null : $"   {held.Code} is now at {held.Status}", "status", held.Status);
    }

    /// <summary>True ones, forged ones, old ones that come late, the same one again, and storms.</summary>
    public void Notice(int burst)
    {
        if (world.Line == Line.Card && dice.Chance(700, Step, Purpose.Detail, 7))
        {
            new CardPost(world).Tell(burst);
            return;
        }

        var order = world.Books.Of(Prologue.OrderNo);
        var held = order.Taken.Count > 0 && dice.Chance(500, Step, Purpose.Detail) ? order.Taken[^1] : null;
        var code = held?.Code ?? dice.Pick<string>(["202609-0001", "202609-9999", "202609-0002", "R202609-0001"], Step, Purpose.Detail, 1);
        var number = dice.Chance(850, Step, Purpose.Detail, 2) ? order.OrderNo : "SIM20260901000000009";
        var word = code.StartsWith('R') ? "refund" : "void";
        var kind = dice.Chance(920, Step, Purpose.Detail, 3) ? "order." + word : "order.ticketed";
        var times = !dice.Chance(100, Step, Purpose.Detail, 4) ? 1 : dice.Chance(20, Step, Purpose.Notice) ? 30 : 4;
        for (var i = 0; i < times; i++)
        {
            var desk = world.Instances[dice.Below(2, Step, Purpose.Target, i)];
            if (!desk.IsDead)
            {
                var status = held is null ? 2 : ToldOf(held, i);
                var body = string.Create(CultureInfo.InvariantCulture,
                    $$"""{"type":"{{kind}}","data":{"orderNo":"{{number}}","{{word}}Code":"{{code}}","{{word}}Status":{{status}},"actualRefundAmount":999.99} }""");
                world.Begin("notice", desk, () => desk.ReceiveNotice.ExecuteAsync(NoticePartner.Atlas, Encoding.UTF8.GetBytes(body), default), i == 0 ? burst : 200);
            }
        }
    }

    /// <summary>Where it stands; or where it stood when a notice was written that was overtaken by others.</summary>
    private int ToldOf(Submitted held, int which) => held.Earlier.Count > 0 && dice.Chance(250, Step, Purpose.Notice, 100 + (2 * which))
        ? held.Earlier[dice.Below(held.Earlier.Count, Step, Purpose.Notice, 101 + (2 * which))]
        : held.Status;

    private void Restart()
    {
        for (var i = 0; i < world.Instances.Length; i++)
        {
            if (world.Instances[i].IsDead)
            {
                world.Start(i);
            }
        }
    }

    /// <summary>Whether it can do anything to this call: a submission has no older answer, only a submission can be denied and done, and a quotation carries no code.</summary>
    private bool Exists(string fault, Packet packet) => fault switch
    {
        "contradiction" => packet.MovesMoney,
        "old" => !packet.MovesMoney && answersBefore.ContainsKey(packet.Path),
        "no-code" or "blank-code" => !packet.Path.EndsWith("Quotation.do", StringComparison.Ordinal),
        _ => true,
    };

    /// <returns>False where the answer came as it would have come without the fault.</returns>
    private bool Spoil(Packet packet, string fault)
    {
        switch (fault)
        {
            case "lost-after":
                world.Network.Arrive(packet, _ => new Reply(null, ""));
                return true;
            case "lost-before":
                return Refuse(packet, new Reply(null, ""));
            case "late":
                world.Network.Arrive(packet, _ => null);
                return true;
            case "held":
                // Still on its way: it can arrive long after the desk has given it up.
                return true;
            case "502-after":
                world.Network.Arrive(packet, _ => new Reply(502, "<html>Bad gateway</html>"));
                return true;
            case "502-before":
                return Refuse(packet, new Reply(502, "<html>Bad gateway</html>"));
            case "429":
                return Refuse(packet, new Reply(429, """{"code":429,"retryAfter":1}"""));
            case "814-before":
                return Refuse(packet, new Reply(200, Odd.Running(packet)));
            case "redirect":
                return Refuse(packet, new Reply(307, "", "http://127.0.0.1:1/" + packet.Path));
            case "other-order":
                if (world.Books.Cards.All.FirstOrDefault(t => packet.Path.EndsWith(t.Code, StringComparison.Ordinal)) is { } denied)
                {
                    denied.Denials++;
                }

                return Instead(packet, Odd.OfAnother);
            default:
                return Instead(packet, fault switch
                {
                    "garbled" => answer => answer[..(answer.Length / 2)],
                    "page" => _ => "<html>Please log in</html>",
                    "empty" => _ => "",
                    "814-after" => _ => Odd.Running(packet),
                    "803-after" => _ => Odd.Exists(packet),
                    "status--1-after" => _ => Odd.Broken(packet),
                    "status-777" => _ => Odd.New(packet),
                    "no-code" => Odd.WithoutCode,
                    "blank-code" => Odd.WithBlankCode,
                    "contradiction" => Odd.Denied,
                    "old" => _ => answersBefore[packet.Path],
                    _ => throw new InvalidOperationException($"Nobody knows what {fault} does."),
                });
        }
    }

    /// <summary>The partner answers, and something else arrives.</summary>
    /// <returns>False where it is the same.</returns>
    private bool Instead(Packet packet, Func<string, string> spoil)
    {
        var isSpoilt = false;
        world.Network.Arrive(packet, answer =>
        {
            var arrived = spoil(answer);
            isSpoilt = arrived != answer;
            return new Reply(200, arrived);
        });
        return isSpoilt;
    }

    private bool Refuse(Packet packet, Reply reply)
    {
        packet.IsOver = true;
        packet.Reply = reply;
        world.Note(world.Trace is null ? null : $"   the partner never reads it; {reply}", "unread", packet.Number);
        return true;
    }
}
