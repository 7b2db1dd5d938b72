namespace Landfall.Operations.Auditing;

/// <summary>Where a trail is no longer what was written.</summary>
/// <param name="Number">The entry at which that shows.</param>
/// <param name="Reason">What is wrong, as a sentence.</param>
internal sealed record BrokenLink(long Number, string Reason);
