namespace Landfall.Operations.Processes;

/// <summary>What a finished program left behind.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Everything it wrote to standard output.</param>
/// <param name="Error">Everything it wrote to standard error.</param>
internal sealed record ProcessResult(int ExitCode, string Output, string Error);
