namespace Landfall.Operations.Specs;

/// <summary>Something that is wrong with a specification itself.</summary>
/// <param name="File">The file, from the project's folder.</param>
/// <param name="Line">The line.</param>
/// <param name="Message">What is wrong, and what helps.</param>
internal sealed record SpecFault(string File, int Line, string Message);
