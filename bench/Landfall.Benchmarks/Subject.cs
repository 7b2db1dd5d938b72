namespace Landfall.Benchmarks;

/// <summary>A program to measure.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="Program">The program and its arguments.</param>
/// <param name="Output">The folder that it writes templates to, or null.</param>
/// <param name="Anew">True to delete that folder before each run.</param>
internal sealed record Subject(string Name, IReadOnlyList<string> Program, string? Output = null, bool Anew = false);
