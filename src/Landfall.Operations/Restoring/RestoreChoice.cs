namespace Landfall.Operations.Restoring;

/// <summary>What a copy is made of.</summary>
/// <param name="Point">The snapshot or backup; null for a moment.</param>
/// <param name="At">The moment; null for a snapshot, and for the last one there is.</param>
internal sealed record RestoreChoice(RestorePoint? Point, DateTimeOffset? At)
{
    /// <summary>It in words that a tag can have, too.</summary>
    public string Words => Point is not null ? Point.Id : At is { } at ? FormattableString.Invariant($"{at.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}") : "latest";
}
