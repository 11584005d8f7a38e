using System.Runtime.InteropServices;
using BackOffice.Core.Cases;
using BackOffice.Core.Ledger;

namespace Simulation.SmallScope;

/// <summary>A state as a key, and back: every field at its width, so nothing is ever taken for something else.</summary>
internal static class Packing
{
    public static Key Pack(this World world)
    {
        ulong one = 0, other = 0;
        Put(ref one, world.Quoting, 3);
        Put(ref one, world.Confirming, 2);
        Put(ref one, world.Late);
        Put(ref one, world.Figures, 1);
        Put(ref one, world.PersonDecided);
        Put(ref one, (byte)world.State, 4);
        Put(ref one, world.Flag);
        Put(ref one, world.Quote, 2);
        Put(ref one, world.Code, 2);
        Put(ref one, world.Asking);
        Put(ref one, world.Quiet);
        Put(ref one, world.Clear, 2);
        Put(ref one, world.Request, 3);
        Put(ref other, world.Strays, 2);
        for (var i = 0; i < 2; i++)
        {
            Put(ref one, world.Stripped[i]);
            Put(ref one, world.Earlier[i]);
            var worker = world.Workers[i];
            Put(ref one, (byte)worker.At, 4);
            Put(ref one, worker.Permit, 2);
            Put(ref one, worker.Data, 5);
            var permit = world.Permits[i];
            Put(ref other, permit.Exists);
            Put(ref other, (byte)permit.State, 3);
            Put(ref other, permit.Requester, 1);
            Put(ref other, permit.Approver, 2);
            Put(ref other, permit.Figures, 1);
            Put(ref other, permit.LeaseOver);
            Put(ref other, permit.Sent);
            Put(ref other, permit.OnWire);
            Put(ref other, permit.OfEarlierCase);
            var held = world.Voids[i];
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

/// <summary>A whole state in ninety bits.</summary>
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
