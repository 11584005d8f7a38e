namespace Simulation.SmallScope;

/// <summary>All states that were reached, by number, each once, with the state it was first reached from.</summary>
internal sealed class StateTable
{
    private Key[] keys = new Key[1 << 16];
    private int[] parents = new int[1 << 16];
    private ushort[] depths = new ushort[1 << 16];
    private int[] slots = NewSlots(1 << 17);

    public int Count { get; private set; }

    public Key this[int state] => keys[state];

    public int ParentOf(int state) => parents[state];

    public int DepthOf(int state) => depths[state];

    /// <summary>The number of the state, and whether it is new.</summary>
    public int Add(Key key, int parent, out bool isNew)
    {
        var slot = Find(key);
        isNew = slots[slot] < 0;
        if (!isNew)
        {
            return slots[slot];
        }

        if (Count == keys.Length)
        {
            Grow();
            slot = Find(key);
        }

        (keys[Count], parents[Count], depths[Count]) = (key, parent, (ushort)(parent < 0 ? 0 : depths[parent] + 1));
        slots[slot] = Count;
        return Count++;
    }

    private int Find(Key key)
    {
        var mask = slots.Length - 1;
        var slot = key.Hash() & mask;
        while (slots[slot] >= 0 && keys[slots[slot]] != key)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Grow()
    {
        Array.Resize(ref keys, keys.Length * 2);
        Array.Resize(ref parents, keys.Length);
        Array.Resize(ref depths, keys.Length);
        slots = NewSlots(keys.Length * 2);
        for (var i = 0; i < Count; i++)
        {
            slots[Find(keys[i])] = i;
        }
    }

    private static int[] NewSlots(int length)
    {
        var fresh = new int[length];
        Array.Fill(fresh, -1);
        return fresh;
    }
}
