namespace Landfall.Operator.Store;

/// <summary>The right to be an environment's operator.</summary>
/// <param name="Owner">Who has it.</param>
/// <param name="Token">Higher with each owner: what is written with an older one is refused.</param>
internal sealed record Lease(string Owner, long Token)
{
    /// <summary>How long it lasts without being renewed: within that time another operator takes over from one that has died.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(15);

    /// <summary>How often it is renewed: two renewals may fail.</summary>
    public static readonly TimeSpan Renewal = TimeSpan.FromSeconds(5);
}
