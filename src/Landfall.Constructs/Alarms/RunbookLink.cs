using Landfall.Config.Alarms;
using Landfall.Constructs.Foundation;

namespace Landfall.Constructs.Alarms;

/// <summary>The way from an alarm to its runbook: the last words of its description.</summary>
internal static class RunbookLink
{
    /// <summary>The page that is linked where the file names none.</summary>
    public const string Page = "docs/alarms.md";

    /// <summary>The address of a runbook.</summary>
    public static string Of(LandfallStack stack, Runbook runbook) => $"{stack.Plan.Runbooks ?? Page}#{runbook.Id}";

    /// <summary>A description with the link behind it.</summary>
    public static string Behind(LandfallStack stack, string description, Runbook runbook) =>
        $"{description} Runbook: {Of(stack, runbook)}";
}
