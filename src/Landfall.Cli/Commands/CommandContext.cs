using Landfall.Cli.Terminal;
using Landfall.Operations;

namespace Landfall.Cli.Commands;

/// <summary>What every command gets from the program.</summary>
/// <param name="Screen">The streams.</param>
/// <param name="Time">The clock.</param>
internal sealed record CommandContext(Screen Screen, TimeProvider Time)
{
    /// <summary>The person at this machine.</summary>
    public Caller Caller { get; } = new($"{Environment.UserName}@{Environment.MachineName}", "command line");
}
