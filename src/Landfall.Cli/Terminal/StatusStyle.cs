using Landfall.Operations.Deployment;
using Spectre.Console;

namespace Landfall.Cli.Terminal;

/// <summary>Colours that say at a glance what went well: green is done, red failed, yellow needs a look. Words say it too.</summary>
internal static class StatusStyle
{
    /// <summary>What failed.</summary>
    public static Style Failed { get; } = new(Color.Red, decoration: Decoration.Bold);

    private static readonly Style Done = new(Color.Green);
    private static readonly Style Look = new(Color.Yellow);

    /// <summary>The colour of a stack's status at CloudFormation.</summary>
    /// <param name="status">The status, or null while nothing has happened.</param>
    /// <returns>The style.</returns>
    public static Style Of(string? status) => status switch
    {
        null => Style.Plain,
        _ when status.EndsWith("_FAILED", StringComparison.Ordinal) || status.Contains("ROLLBACK", StringComparison.Ordinal) => Failed,
        _ when status.EndsWith("_COMPLETE", StringComparison.Ordinal) => Done,
        _ => Style.Plain,
    };

    /// <summary>The colour of a stack's outcome.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <returns>The style.</returns>
    public static Style Of(StackOutcome outcome) => outcome switch
    {
        StackOutcome.Created or StackOutcome.Updated => Done,
        StackOutcome.Failed => Failed,
        StackOutcome.Deleted or StackOutcome.LeftInPlace => Look,
        _ => Style.Plain,
    };
}
