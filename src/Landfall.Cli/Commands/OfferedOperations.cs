using Landfall.Operations;
using Landfall.Operator;

namespace Landfall.Cli.Commands;

/// <summary>Everything that this program can do, for whatever door of it.</summary>
internal static class OfferedOperations
{
    /// <summary>The operations on a system, and those of the operator that watches it.</summary>
    public static OperationRegistry All { get; } = new([.. OperationRegistry.Own.All, .. OperatorOperations.All]);
}
