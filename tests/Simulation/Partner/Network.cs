using Simulation.Engine;
using Simulation.Runs;

namespace Simulation.Partner;

/// <summary>What is on its way between the desks and the partners.</summary>
internal sealed class Network(World world)
{
    private readonly List<Packet> packets = [];

    /// <summary>Every request that ever left, the oldest first.</summary>
    public IReadOnlyList<Packet> Packets => packets;

    /// <summary>What the next submission meets in calm times; for bringing a case to an unknown outcome.</summary>
    public Fate NextSubmission { get; set; }

    /// <summary>A request leaves the house.</summary>
    /// <param name="id">AsiaBill's header; null for Atlas.</param>
    public Packet Leave(string path, string subject, string body, string? id, Fibre fibre)
    {
        var packet = new Packet(packets.Count, path, subject, body, id, fibre);
        packets.Add(packet);
        world.Tally.Calls++;
        world.Note(world.Trace is null ? null : $"   {fibre.Name} sends {path} {body}", path, packet.Number);
        if (packet.MovesMoney)
        {
            world.Judge.Sent(packet);
        }

        return packet;
    }

    /// <summary>The partner reads what is on its way, and answers as <paramref name="reply"/> makes of its answer.</summary>
    public void Arrive(Packet packet, Func<string, Reply?> reply)
    {
        packet.IsOver = true;
        var before = packet.MovesMoney ? world.Books.TakenFor(packet.Subject).Count : 0;
        var answer = world.Books.Answer(packet, world.Clock.Now);
        if (packet.MovesMoney)
        {
            world.Judge.Received(packet, before);
        }

        packet.Reply = reply(answer);
        world.Note(
            world.Trace is null ? null : $"   the partner reads {packet.Path} of {packet.Sender.Name}, says {answer.ReplaceLineEndings("")}, which arrives as {packet.Reply}", "read", packet.Number);
    }

    public void ArriveInPeace(Packet packet)
    {
        var fate = packet.MovesMoney ? NextSubmission : Fate.Answered;
        if (fate == Fate.NeverArrives)
        {
            packet.IsOver = true;
        }
        else
        {
            Arrive(packet, answer => fate == Fate.Answered ? new Reply(200, answer) : null);
        }

        NextSubmission = packet.MovesMoney ? Fate.Answered : NextSubmission;
    }

    /// <summary>Its program is dead: nobody waits for what it asked.</summary>
    public void GiveUp(Fibre sender)
    {
        foreach (var packet in packets.Where(p => p.Sender == sender))
        {
            packet.IsGivenUp = true;
        }
    }
}
