namespace Landfall.Checks.Browsing;

/// <summary>What the program that runs steps is given.</summary>
/// <param name="File">What the file is called, for what is told of it.</param>
/// <param name="Steps">The steps.</param>
internal sealed record BrowserSteps(string File, IReadOnlyList<BrowserStep> Steps);
