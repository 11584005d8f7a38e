using Simulation.Engine;

namespace Simulation.Partner;

/// <summary>One request that has left a desk, and what becomes of it.</summary>
/// <param name="subject">The order, or <c>payment:</c> and the payment; empty where only the partner knows.</param>
/// <param name="id">AsiaBill's header for it; null for Atlas.</param>
internal sealed class Packet(int number, string path, string subject, string body, string? id, Fibre sender)
{
    public int Number { get; } = number;

    public string Path { get; } = path;

    public string Subject { get; } = subject;

    public string Body { get; } = body;

    public string? Id { get; } = id;

    public Fibre Sender { get; } = sender;

    public bool MovesMoney { get; } = Calls.MovesMoney(path);

    /// <summary>The partner has read it, or never will.</summary>
    public bool IsOver { get; set; }

    /// <summary>The desk waits no longer: its patience or its life is over.</summary>
    public bool IsGivenUp { get; set; }

    /// <summary>What has come back; null while nothing has.</summary>
    public Reply? Reply { get; set; }
}

/// <summary>What the desk's end of the connection sees.</summary>
/// <param name="Status">Null where the connection broke without an answer.</param>
internal sealed record Reply(int? Status, string Body, string? Location = null);
