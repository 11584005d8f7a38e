namespace BackOffice.Web.Features.Rehearsal;

/// <summary>Live: there is no stage and the clock is nobody's to move.</summary>
internal sealed class NoRehearsal : IRehearsal
{
    public bool IsOn => false;

    public IReadOnlyList<CastMember> Cast => [];

    public IReadOnlyList<StagedOrder> Orders => [];

    public IReadOnlyList<StagedPayment> Payments => [];

    public IStagedPartner? Partner => null;

    public TimeSpan Offset => TimeSpan.Zero;

    public IDisposable OnMoved(Action moved) => new Nothing();

    public void Advance(TimeSpan time) => throw new InvalidOperationException("The clock of a live desk is not moved.");

    public void Reset() => throw new InvalidOperationException("The clock of a live desk is not moved.");

    private sealed class Nothing : IDisposable
    {
        public void Dispose()
        {
        }
    }
}
