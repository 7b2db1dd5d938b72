namespace Landfall.Operations.OneOff;

/// <summary>How a command has ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Reason">What ECS says of it.</param>
internal sealed record RunEnd(int ExitCode, string Reason);
