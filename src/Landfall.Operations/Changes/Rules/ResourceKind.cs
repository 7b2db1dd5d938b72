namespace Landfall.Operations.Changes.Rules;

/// <summary>What people know a type of resources as.</summary>
/// <param name="Noun">What people call it.</param>
/// <param name="Data">What it holds that is gone with it; null for none.</param>
/// <param name="Gone">What stops when it goes, and for whom; null for nothing.</param>
/// <param name="IsHarmless">True when nobody notices that another one takes its place.</param>
internal sealed record ResourceKind(string Noun, string? Data = null, string? Gone = null, bool IsHarmless = false);
