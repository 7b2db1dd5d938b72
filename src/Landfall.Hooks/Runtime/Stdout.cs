namespace Landfall.Hooks.Runtime;

/// <summary>Where Lambda takes the lines of a function's log from.</summary>
internal static class Stdout
{
#pragma warning disable RS0030 // this is a function's log, not a command line's output
    /// <summary>Opens it.</summary>
    /// <returns>The stream.</returns>
    public static Stream Open() => Console.OpenStandardOutput();
#pragma warning restore RS0030
}
