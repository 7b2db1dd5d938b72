namespace Landfall.Cli.Commands;

/// <summary>The exit codes that scripts rely on.</summary>
internal static class ExitCode
{
    /// <summary>It worked.</summary>
    public const int Done = 0;

    /// <summary>The user has something to correct.</summary>
    public const int UserError = 1;

    /// <summary>The command line is not one.</summary>
    public const int Usage = 2;

    /// <summary>There is a change, where <c>--exit-code</c> asked.</summary>
    public const int Change = 4;

    /// <summary>A bug in Landfall.</summary>
    public const int Bug = 70;

    /// <summary>Interrupted.</summary>
    public const int Cancelled = 130;
}
