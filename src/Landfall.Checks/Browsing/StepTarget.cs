namespace Landfall.Checks.Browsing;

/// <summary>Something on a page.</summary>
/// <param name="Text">What is written on it, or what it is labelled with; null where it is named by its place.</param>
/// <param name="Css">A CSS selector; null where it is named by its text.</param>
internal sealed record StepTarget(string? Text, string? Css);
