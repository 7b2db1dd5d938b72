namespace Landfall.Checks.Browsing;

/// <summary>A place at which a browser file types the value of a secret.</summary>
/// <param name="Name">The secret, as the system's file calls it.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
internal sealed record SecretUse(string Name, int Line, int Column);
