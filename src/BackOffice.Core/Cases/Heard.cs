namespace BackOffice.Core.Cases;

/// <summary>What an answer says about a send of which nobody knows whether it arrived.</summary>
public enum Heard
{
    /// <summary>The partner did not say.</summary>
    Silence,

    /// <summary>The partner said clearly that it has nothing. It may still be on its way.</summary>
    Nothing,

    /// <summary>The partner spoke of a submission that may be ours.</summary>
    Something,
}
