using Landfall.Operations.Explaining;
using Landfall.Operations.Status;
using Spectre.Console;

namespace Landfall.Cli.Terminal;

/// <summary>How an explanation looks: a paragraph for each cause.</summary>
internal static class ExplanationRendering
{
    /// <summary>Writes it.</summary>
    /// <param name="screen">The streams.</param>
    /// <param name="explanation">The explanation.</param>
    public static void Write(Screen screen, Explanation explanation)
    {
        var data = screen.Data;
        data.WriteLine($"{explanation.Service} of {explanation.App} {explanation.Environment} is {Word(explanation.Health)}.");
        foreach (var finding in explanation.Findings)
        {
            data.WriteLine();
            data.WriteLine($"{finding.Cause} [{finding.Id}]", StatusStyle.Failed);
            foreach (var line in finding.Evidence)
                data.Profile.Out.Writer.WriteLine($"    {Safe(line)}"); // read as it is, and copied
            foreach (var line in HangingLines.Of($"  Next: {finding.Next}", data.Profile.Width))
                data.Profile.Out.Writer.WriteLine(line);
        }

        if (explanation.Findings.Count == 0)
            data.WriteLine(explanation.Health is ServiceHealth.Healthy or ServiceHealth.Starting ? "Nothing is found that is wrong with it." : "No cause is found that Landfall knows: 'landfall status', 'landfall logs' and 'landfall events' show more.");
        else
            screen.Talk.WriteLine(explanation.Repairs);
        foreach (var part in explanation.Unread)
            screen.Talk.WriteLine($"Not read, so that a cause may be missing: {part.What}: {part.Reason}");
    }

    private static string Word(ServiceHealth health) => health switch
    {
        ServiceHealth.NoImage => "without an image",
        _ => health.ToString().ToLowerInvariant(),
    };

    /// <summary>What a program has written cannot move the cursor.</summary>
    private static string Safe(string line) => string.Concat(line.Where(c => !char.IsControl(c) || c == '\t'));
}
