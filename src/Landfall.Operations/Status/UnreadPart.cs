namespace Landfall.Operations.Status;

/// <summary>A part of an environment that could not be looked at: the rest is shown all the same.</summary>
/// <param name="What">The part.</param>
/// <param name="Reason">Why, in AWS's words: where a permission lacks they name it.</param>
internal sealed record UnreadPart(string What, string Reason);
