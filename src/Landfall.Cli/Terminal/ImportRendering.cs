using System.Text.Json.Nodes;
using Landfall.Operations.Importing;
using Spectre.Console;

namespace Landfall.Cli.Terminal;

/// <summary>Shows what was taken over, and what the next deployment makes of it.</summary>
internal static class ImportRendering
{
    public static void Render(Screen screen, Imported imported)
    {
        screen.Talk.WriteLine(imported.DryRun
            ? $"The {imported.Kind} {imported.AwsName} would be taken into '{imported.Stack}' as {imported.LogicalId}, as it is, with what it holds. Nothing was done: this was a dry run."
            : $"'{imported.Stack}' has the {imported.Kind} {imported.AwsName} now, as it was, with what it holds. It stays when it leaves the file or the stack goes.");
        if (imported.Differences.Count == 0)
        {
            screen.Talk.WriteLine("It is as the file says: the next deployment changes nothing of it.");
            return;
        }

        screen.Talk.WriteLine("The next deployment changes of it:");
        foreach (var difference in imported.Differences)
            screen.Data.Profile.Out.Writer.WriteLine($"  {difference.Property}: {Shown(difference.Is)} → {Shown(difference.Wanted)}");
        foreach (var effect in imported.Effects)
            screen.Talk.WriteLine($"  {effect}");
        screen.Talk.WriteLine("What is not meant so, write in the file as it is; 'landfall diff' shows it again.");
    }

    private static string Shown(JsonNode? value) => value switch
    {
        null => "nothing",
        JsonValue => value.ToString(),
        _ => value.ToJsonString(),
    };
}
