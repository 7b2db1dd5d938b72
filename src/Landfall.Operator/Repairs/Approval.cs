namespace Landfall.Operator.Repairs;

/// <summary>A person's yes to a repair.</summary>
/// <param name="Incident">The incident's number.</param>
/// <param name="Number">The repair's number in it.</param>
/// <param name="Digest">The change that was approved: no other one is made by it.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
internal sealed record Approval(long Incident, int Number, string Digest, DateTimeOffset At, string By)
{
    // Who approves knows how things stand now, not how they will in the afternoon.
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    /// <summary>Whether it still counts.</summary>
    /// <param name="now">The time.</param>
    public bool Counts(DateTimeOffset now) => now - At <= Lasts;
}
