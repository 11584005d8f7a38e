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
    public const byte Unknown = 0;
    public const byte Refused = 3;

    public Step At;
    public byte Permit;
    public byte Data;

    /// <summary><see cref="Unknown"/>, <see cref="Refused"/>, or accepted with the number of the void: 1 or 2.</summary>
    public readonly byte Outcome => (byte)(Data & 3);

    public readonly int Failed => Data >> 2;

    public readonly bool HoldsCall => At is Step.Claimed or Step.InCall or Step.Answered;

    public readonly bool HoldsVoid => At is Step.SawStatus or Step.Found || (At == Step.Answered && Outcome is 1 or 2);
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

    public readonly Key Pack()
    {
        ulong one = 0, other = 0;
        Put(ref one, Quoting, 3);
        Put(ref one, Confirming, 2);
        Put(ref one, Late);
        Put(ref one, Figures, 1);
        Put(ref one, PersonDecided);
        Put(ref one, (byte)State, 4);
        Put(ref one, Flag);
        Put(ref one, Quote, 2);
        Put(ref one, Code, 2);
        Put(ref one, Asking);
        Put(ref one, Quiet);
        Put(ref one, Clear, 2);
        Put(ref one, Request, 3);
        Put(ref other, Strays, 2);
        for (var i = 0; i < 2; i++)
        {
            Put(ref one, Stripped[i]);
            Put(ref one, Earlier[i]);
            var worker = Workers[i];
            Put(ref one, (byte)worker.At, 4);
            Put(ref one, worker.Permit, 2);
            Put(ref one, worker.Data, 5);
            var permit = Permits[i];
            Put(ref other, permit.Exists);
            Put(ref other, (byte)permit.State, 3);
            Put(ref other, permit.Requester, 1);
            Put(ref other, permit.Approver, 2);
            Put(ref other, permit.Figures, 1);
            Put(ref other, permit.LeaseOver);
            Put(ref other, permit.Sent);
            Put(ref other, permit.OnWire);
            Put(ref other, permit.OfEarlierCase);
            var held = Voids[i];
            Put(ref other, (byte)held.Stand, 3);
            Put(ref other, held.Visible);
            Put(ref other, held.Told);
            Put(ref other, held.Origin, 2);
        }

        return new Key(one, other);
    }

    /// <summary>Reads in the opposite order of <see cref="Pack"/>.</summary>
    public static World Unpack(Key key)
    {
        var (one, other) = (key.One, key.Other);
        var world = default(World);
        for (var i = 1; i >= 0; i--)
        {
            world.Voids[i] = new PartnerVoid { Origin = Take(ref other, 2), Told = Take(ref other), Visible = Take(ref other), Stand = (VoidStand)Take(ref other, 3) };
            world.Permits[i] = new Permit
            {
                OfEarlierCase = Take(ref other), OnWire = Take(ref other), Sent = Take(ref other), LeaseOver = Take(ref other), Figures = Take(ref other, 1),
                Approver = Take(ref other, 2), Requester = Take(ref other, 1), State = (AttemptState)Take(ref other, 3), Exists = Take(ref other),
            };
            world.Workers[i] = new Worker { Data = Take(ref one, 5), Permit = Take(ref one, 2), At = (Step)Take(ref one, 4) };
            world.Earlier[i] = Take(ref one);
            world.Stripped[i] = Take(ref one);
        }

        world.Strays = Take(ref other, 2);
        world.Request = Take(ref one, 3);
        world.Clear = Take(ref one, 2);
        world.Quiet = Take(ref one);
        world.Asking = Take(ref one);
        world.Code = Take(ref one, 2);
        world.Quote = Take(ref one, 2);
        world.Flag = Take(ref one);
        world.State = (CaseState)Take(ref one, 4);
        world.PersonDecided = Take(ref one);
        world.Figures = Take(ref one, 1);
        world.Late = Take(ref one);
        world.Confirming = Take(ref one, 2);
        world.Quoting = Take(ref one, 3);
        return world;
    }

    private static void Put(ref ulong bits, byte value, int width) => bits = (bits << width) | value;

    private static void Put(ref ulong bits, bool value) => bits = (bits << 1) | (value ? 1UL : 0UL);

    private static byte Take(ref ulong bits, int width)
    {
        var value = (byte)(bits & ((1UL << width) - 1));
        bits >>= width;
        return value;
    }

    private static bool Take(ref ulong bits) => Take(ref bits, 1) == 1;
}

/// <summary>A whole state in ninety bits; equal states have equal keys, so nothing is ever taken for something else.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Key(ulong One, ulong Other)
{
    public int Hash()
    {
        var mixed = (One * 0x9E3779B97F4A7C15UL) ^ (Other + 0x7F4A7C15F39CC060UL + (One >> 29));
        mixed ^= mixed >> 32;
        mixed *= 0xD6E8FEB86659FD93UL;
        return (int)(mixed >> 33);
    }
}
