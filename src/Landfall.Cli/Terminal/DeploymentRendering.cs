using System.Globalization;
using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Failures;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Landfall.Cli.Terminal;

/// <summary>How a deployment's end looks.</summary>
internal static class DeploymentRendering
{
    /// <summary>Writes the summary: outputs are data, the rest is talk.</summary>
    /// <param name="screen">The streams.</param>
    /// <param name="report">The deployment.</param>
    public static void Write(Screen screen, DeploymentReport report)
    {
        WriteStacks(screen, report.Stacks);
        WriteRecorded(screen, report);
        WriteOutputs(screen, report.Outputs);
        screen.Talk.WriteLine(report.Stacks.All(s => s.Outcome == StackOutcome.Unchanged)
            ? $"Nothing has changed in {report.App} {report.Environment}."
            : $"Deployed {report.App} {report.Environment}: {Counts(report.Stacks)}.");
        foreach (var url in report.Outputs.Values.Select(o => o.GetValueOrDefault("Url")).OfType<string>())
            screen.Talk.Profile.Out.Writer.WriteLine($"Address: {url}");
    }

    /// <summary>Writes why a deployment failed.</summary>
    /// <param name="screen">The streams.</param>
    /// <param name="failed">The failure.</param>
    public static void WriteFailure(Screen screen, FailedDeployment failed)
    {
        WriteStacks(screen, failed.Stacks);
        foreach (var failure in failed.Failures)
        {
            screen.Talk.WriteLine($"{failure.Stack}: {failure.Resource} ({failure.Type}) failed.");
            WriteIndented(screen, "  Reason: ", failure.Reason);
            foreach (var line in failure.Evidence)
                screen.Talk.Profile.Out.Writer.WriteLine($"          {line}"); // logs are read as they are, and copied
            if (FailureAdvice.For(failure) is { } advice)
                WriteIndented(screen, "  Try:    ", advice);
        }

        if (failed.Failures.Count == 0)
        {
            screen.Talk.WriteLine($"The CDK CLI failed:\n{failed.LastLines}");
            if (FailureAdvice.ForRefusal(failed.LastLines) is { } advice)
                WriteIndented(screen, "  Try:    ", advice);
        }

        screen.Talk.WriteLine($"The whole output is in {failed.LogFile}.");
    }

    /// <summary>Writes outputs, one <c>stack.name = value</c> a line.</summary>
    /// <param name="screen">The streams.</param>
    /// <param name="outputs">Outputs by stack and name.</param>
    public static void WriteOutputs(Screen screen, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> outputs)
    {
        foreach (var (stack, values) in outputs)
        {
            foreach (var (name, value) in values)
                screen.Data.Profile.Out.Writer.WriteLine($"{stack}.{name} = {value}");
        }
    }

    /// <summary>Writes a table of stacks.</summary>
    /// <param name="screen">The streams.</param>
    /// <param name="stacks">The stacks.</param>
    public static void WriteStacks(Screen screen, IReadOnlyList<StackReport> stacks)
    {
        var table = new Table().Border(TableBorder.None).AddColumns("STACK", "RESULT");
        table.AddColumn(new TableColumn("RESOURCES").RightAligned());
        table.AddColumn(new TableColumn("TIME").RightAligned());
        foreach (var stack in stacks)
        {
            table.AddRow((IRenderable[])[
                new Text(stack.Stack),
                new Text(Word(stack.Outcome)),
                new Text(stack.Resources.ToString(CultureInfo.InvariantCulture)),
                new Text(stack.Seconds.ToString("0.0 's'", CultureInfo.InvariantCulture))]);
        }

        screen.Talk.Write(table);
        foreach (var resource in stacks.SelectMany(s => s.Left))
            screen.Talk.WriteLine($"No longer in the file, but kept: {resource}");
    }

    /// <summary>A label, and a text that stays to the right of it where it takes several lines.</summary>
    private static void WriteIndented(Screen screen, string label, string text)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(0).PadRight(0)).AddColumn(new GridColumn().PadLeft(0).PadRight(0));
        grid.AddRow(new Text(label), new Text(text));
        screen.Talk.Write(grid);
    }

    private static void WriteRecorded(Screen screen, DeploymentReport report)
    {
        if (report.RecordedTypes.Count == 0)
            return;
        screen.Talk.WriteLine("The local AWS only recorded these (no service of its own knows them):");
        foreach (var (type, count) in report.RecordedTypes)
            screen.Talk.WriteLine($"  {type} × {count}");
    }

    private static string Counts(IReadOnlyList<StackReport> stacks) =>
        string.Join(", ", stacks.GroupBy(s => s.Outcome).OrderBy(g => g.Key).Select(g => $"{g.Count()} {Word(g.Key)}"));

    private static string Word(StackOutcome outcome) => outcome switch
    {
        StackOutcome.Created => "created",
        StackOutcome.Updated => "updated",
        StackOutcome.Unchanged => "unchanged",
        StackOutcome.Deleted => "deleted",
        StackOutcome.Failed => "failed",
        StackOutcome.LeftInPlace => "left in place",
        _ => "not reached",
    };
}
