namespace BackOffice.Core.Atlas;

/// <summary>Lets one send at a time through per order; sends of other orders do not wait for each other.</summary>
internal sealed class OrderGate
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Door> doors = new(StringComparer.Ordinal);

    /// <summary>Dispose what comes back to let the next one in.</summary>
    public async Task<IDisposable> EnterAsync(string orderNo, CancellationToken cancellationToken)
    {
        Door door;
        lock (gate)
        {
            if (!doors.TryGetValue(orderNo, out door!))
            {
                doors.Add(orderNo, door = new Door());
            }

            door.People++;
        }

        try
        {
            await door.Latch.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Leave(orderNo, door);
            throw;
        }

        return new Turn(this, orderNo, door);
    }

    private void Leave(string orderNo, Door door)
    {
        lock (gate)
        {
            if (--door.People == 0)
            {
                doors.Remove(orderNo);
                door.Latch.Dispose();
            }
        }
    }

    private sealed class Door
    {
        public SemaphoreSlim Latch { get; } = new(1, 1);

        public int People { get; set; }
    }

    private sealed class Turn(OrderGate owner, string orderNo, Door door) : IDisposable
    {
        private bool left;

        public void Dispose()
        {
            if (!left)
            {
                left = true;
                door.Latch.Release();
                owner.Leave(orderNo, door);
            }
        }
    }
}
