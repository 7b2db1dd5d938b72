namespace Landfall.Operations.LocalRun;

/// <summary>A container that has ended by itself.</summary>
/// <param name="Name">What the file calls it.</param>
/// <param name="ExitCode">Its exit code.</param>
internal sealed record LocalEnd(string Name, int ExitCode);
