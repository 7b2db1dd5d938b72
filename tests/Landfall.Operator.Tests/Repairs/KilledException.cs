namespace Landfall.Operator.Tests.Repairs;

/// <summary>The process ends here: nothing after it is done, and nothing catches it.</summary>
internal sealed class KilledException : Exception;
