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
        WriteStacks(screen, [.. report.Stacks.Where(s => s.Outcome != StackOutcome.Unchanged)]);
        WriteRecorded(screen, report);

        // A script gets the outputs; a person's screen has room for what the deployment did, and asks for them.
        var records = report.Outputs.Values.SelectMany(o => o.Where(pair => pair.Key.StartsWith("DnsRecord", StringComparison.Ordinal))).Select(pair => pair.Value).ToArray();
        if (!screen.Data.Profile.Capabilities.Interactive)
            WriteOutputs(screen, report.Outputs);
        else if (report.Outputs.Count > 0)
            screen.Talk.WriteLine("'landfall outputs' shows the stacks' outputs.");
        screen.Talk.WriteLine(report.Stacks.All(s => s.Outcome == StackOutcome.Unchanged)
            ? $"Nothing has changed in {report.App} {report.Environment} ({Took(report.Seconds)})."
            : $"Deployed {report.App} {report.Environment} in {Took(report.Seconds)}: {Counts(report.Stacks)}.");
        if (records.Length > 0)
        {
            screen.Talk.WriteLine("Records to set where the DNS is:");
            foreach (var record in records)
                screen.Talk.Profile.Out.Writer.WriteLine($"  {record}");
        }

        if (report.LocalEndpoint is { } endpoint)
            WriteLocal(screen, report, endpoint);
        else
            WriteAddresses(screen, report);
    }

    private static void WriteAddresses(Screen screen, DeploymentReport report)
    {
        foreach (var url in report.Outputs.Values.Select(o => o.GetValueOrDefault("Url")).OfType<string>())
            screen.Talk.Profile.Out.Writer.WriteLine($"Address: {url}");
    }

    /// <summary>The addresses of the local AWS: its load balancers run nothing, so that a site's files are all that answers.</summary>
    private static void WriteLocal(Screen screen, DeploymentReport report, string endpoint)
    {
        var writer = screen.Talk.Profile.Out.Writer;
        foreach (var bucket in report.Outputs.Values.SelectMany(o => o).Where(pair => pair.Key.StartsWith("Sites", StringComparison.Ordinal) && pair.Key.EndsWith("Bucket", StringComparison.Ordinal)))
            writer.WriteLine($"Files of a site: {endpoint}/{bucket.Value}/index.html");
        writer.WriteLine($"Local AWS: {endpoint}");
        writer.WriteLine($"  AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local aws --endpoint-url {endpoint} --region {report.Region} cloudformation describe-stacks");
    }

    private static string Took(double seconds) => seconds < 60
        ? string.Create(CultureInfo.InvariantCulture, $"{seconds:0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)seconds / 60} min {(int)seconds % 60} s");

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
        if (stacks.Count == 0)
            return;
        var table = new Table().Border(TableBorder.None).AddColumns("STACK", "RESULT");
        table.AddColumn(new TableColumn("RESOURCES").RightAligned());
        table.AddColumn(new TableColumn("TIME").RightAligned());
        foreach (var stack in stacks)
        {
            table.AddRow((IRenderable[])[
                new Text(stack.Stack),
                new Text(Word(stack.Outcome), Colour(stack.Outcome)),
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

    private static Style Colour(StackOutcome outcome) => new(outcome switch
    {
        StackOutcome.Created or StackOutcome.Updated => Color.Green,
        StackOutcome.Failed => Color.Red,
        StackOutcome.Deleted or StackOutcome.LeftInPlace => Color.Yellow,
        _ => Color.Default,
    });

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
