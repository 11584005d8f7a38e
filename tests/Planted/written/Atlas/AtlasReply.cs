namespace BackOffice.Core.Atlas;

/// <summary>What Atlas said to a question after all tries.</summary>
internal abstract record AtlasReply<T>
    where T : class
{
    private AtlasReply()
    {
    }

    /// <summary>Status 0 and a body that could be read.</summary>
    public sealed record Yes(T Body, string Raw) : AtlasReply<T>;

    /// <summary>A code other than 0; HTTP 401 and 403 count as codes.</summary>
    public sealed record No(int Status, string Raw) : AtlasReply<T>;

    /// <param name="Reason">As <see cref="Orders.PartnerAnswer{T}.NoAnswer"/> names them.</param>
    public sealed record Silent(string Reason) : AtlasReply<T>;
}
