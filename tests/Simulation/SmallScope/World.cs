using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using BackOffice.Core.Cases;
using BackOffice.Core.Ledger;

namespace Simulation.SmallScope;

/// <summary>Two of something, in place.</summary>
[InlineArray(2)]
internal struct Two<T>
{
    private T one;
}

/// <summary>A live send permit. One that has ended is forgotten: nothing can move it any more.</summary>
internal struct Permit
{
    public const byte Nobody = 2;

    public bool Exists;
    public AttemptState State;

    /// <summary>Who wanted it sent: 0 the agent, 1 the supervisor.</summary>
    public byte Requester;

    /// <summary>Who approved it, or <see cref="Nobody"/> where it was within the requester's own limit.</summary>
    public byte Approver;

    /// <summary>Which of the two sets of figures it was decided on.</summary>
    public byte Figures;
    public bool LeaseOver;

    /// <summary>A request has left the house for it.</summary>
    public bool Sent;

    /// <summary>Its request is still on the way, and nobody waits for the answer.</summary>
    public bool OnWire;

    /// <summary>It belongs to a case before the present one.</summary>
    public bool OfEarlierCase;
}

internal enum VoidStand : byte
{
    None,
    Open,
    Refunded,
    Rejected,

    /// <summary>A status that cannot be with this payment.</summary>
    Impossible,
}

/// <summary>What the partner's books say of one accepted request.</summary>
internal struct PartnerVoid
{
    public const byte Gone = 2;

    public VoidStand Stand;

    /// <summary>Queries show it.</summary>
    public bool Visible;

    /// <summary>Quotes speak of it.</summary>
    public bool Told;

    /// <summary>The permit whose request it was, or <see cref="Gone"/>.</summary>
    public byte Origin;
}

internal enum Step : byte
{
    Idle,

    /// <summary>Has read the planned permit; the fresh quote is next.</summary>
    Planned,

    /// <summary>Will stop the permit. Data: 0 without a usable quote, else 1 + its figures.</summary>
    Stopping,

    /// <summary>Has a fresh quote with the same figures; the claim is next.</summary>
    Quoted,

    /// <summary>The claim is committed; the call is next.</summary>
    Claimed,
    InCall,

    /// <summary>Has the outcome in hand. Data: <see cref="Worker.Outcome"/>, and how often the record failed.</summary>
    Answered,

    /// <summary>Holds the code of an accepted void whose permit has ended meanwhile. Data: the void.</summary>
    HoldsCode,

    /// <summary>Has asked about a followed case and saw its void. Data: the void.</summary>
    SawStatus,

    /// <summary>Has asked about an unknown outcome and found a void. Data: the void.</summary>
    Found,

    /// <summary>Has asked about an unknown outcome, and neither query nor quote speaks of a void. Data: 1 where it asked about an earlier send.</summary>
    AskedBoth,
}

/// <summary>Where a worker stands, with what it holds in memory.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct Worker
{
    /// <summary>Its permit has ended while it was on its way.</summary>
    public const byte Stray = 2;

    /// <summary>The same, and its case is closed and another one open.</summary>
    public const byte StrayOfEarlierCase = 3;
    public const byte Unknown = 0;
    public const byte Refused = 3;

    public Step At;
    public byte Permit;
    public byte Data;

    /// <summary><see cref="Unknown"/>, <see cref="Refused"/>, or accepted with the number of the void: 1 or 2.</summary>
    public readonly byte Outcome => (byte)(Data & 3);

    public readonly int Failed => Data >> 2;

    public readonly bool IsStray => Permit is Stray or StrayOfEarlierCase;

    public readonly bool HoldsCall => At is Step.Claimed or Step.InCall or Step.Answered;

    public readonly bool HoldsVoid => At is Step.SawStatus or Step.Found or Step.HoldsCode || (At == Step.Answered && Outcome is 1 or 2);
}

/// <summary>One state of everything: the case, its request and permits, the workers, the people, the partner's books and the time.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct World
{
    public const byte Agent = 0;
    public const byte Supervisor = 1;

    /// <summary>The agent holds a quote that is not on the case yet: 0 none, 1 and 2 figures, 3 a no, 4 and 5 void 1 and 2 exists.</summary>
    public byte Quoting;

    /// <summary>The supervisor has had this void confirmed and is about to decide on it; 0 none.</summary>
    public byte Confirming;
    public bool Late;
    public byte Figures;
    public Two<bool> Stripped;

    /// <summary>A supervisor has decided "not sent", or closed by hand, at least once.</summary>
    public bool PersonDecided;
    public CaseState State;
    public bool Flag;

    /// <summary>The figures on the case: 0 none, else 1 + which.</summary>
    public byte Quote;

    /// <summary>The void that the case follows; 0 none.</summary>
    public byte Code;

    /// <summary>A next question to the partner is planned.</summary>
    public bool Asking;
    public bool Quiet;
    public byte Clear;

    /// <summary>0 none; a waiting one: 1 + 2 × requester + figures.</summary>
    public byte Request;

    /// <summary>Voids that earlier cases of the order follow.</summary>
    public Two<bool> Earlier;
    public Two<Permit> Permits;
    public Two<PartnerVoid> Voids;

    /// <summary>Requests on the wire whose permit has ended; more than two are counted as two.</summary>
    public byte Strays;
    public Two<Worker> Workers;

    public readonly bool IsFinal => CaseStates.IsFinal(State);

    public readonly byte Requester => (byte)((Request - 1) >> 1);

    public readonly byte RequestFigures => (byte)((Request - 1) & 1);

    public readonly int Live()
    {
        var live = 0;
        for (var i = 0; i < 2; i++)
        {
            live += Permits[i].Exists && AttemptStates.IsLive(Permits[i].State) ? 1 : 0;
        }

        return live;
    }

    public readonly bool IsFollowed(int number) => Code == number || Earlier[number - 1];
}
