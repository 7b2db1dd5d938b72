namespace Landfall.Checks.Browsing;

/// <summary>A part of what is typed.</summary>
/// <param name="Text">The text; null for a secret.</param>
/// <param name="Secret">The secret whose value is typed; null for a text.</param>
internal sealed record TypedPart(string? Text, string? Secret);
