using Landfall.Cli.Terminal;

namespace Landfall.Cli.Commands;

/// <summary>What every command gets from the program.</summary>
/// <param name="Screen">The streams.</param>
/// <param name="Time">The clock.</param>
internal sealed record CommandContext(Screen Screen, TimeProvider Time);
