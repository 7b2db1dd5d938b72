using System.Globalization;
using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Failures;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Landfall.Cli.Terminal;

/// <summary>How a deployment's end looks.</summary>
internal static class DeploymentRendering
{
    /// <summary>Writes what matters, on a screen.</summary>
    /// <param name="screen">The streams.</param>
    /// <param name="report">The deployment.</param>
    public static void Write(Screen screen, DeploymentReport report)
    {
        WriteStacks(screen, report.Stacks);
        if (report.RecordedTypes.Count > 0)
        {
            var recorded = report.RecordedTypes.Values.Sum();
            screen.Talk.WriteLine($"The local AWS only recorded {Counted(recorded, "resource")} of types that it has no service for ('--verbose' lists them).");
        }

        if (!screen.Data.Profile.Capabilities.Interactive)
            WriteOutputs(screen, report.Outputs); // a script gets them; a person's screen has room for what the deployment did
        WriteEnd(screen, report);
    }

    /// <summary>Writes all of it, outputs as data.</summary>
    /// <param name="screen">The streams.</param>
    /// <param name="report">The deployment.</param>
    public static void WriteAll(Screen screen, DeploymentReport report)
    {
        screen.Talk.Write(Table(report.Stacks));
        WriteLeft(screen, report.Stacks);
        WriteRecorded(screen, report);
        WriteOutputs(screen, report.Outputs);
        WriteEnd(screen, report);
    }

    /// <summary>Writes why a deployment failed.</summary>
    /// <param name="screen">The streams.</param>
    /// <param name="failed">The failure.</param>
    public static void WriteFailure(Screen screen, FailedDeployment failed)
    {
        WriteStacks(screen, failed.Stacks);
        foreach (var failure in failed.Failures)
        {
            screen.Talk.WriteLine($"{failure.Stack}: {failure.Resource} ({failure.Type}) failed.", StatusStyle.Failed);
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

    /// <summary>Writes how stacks ended: a row for each to which something happened, and the names of those that were not reached.</summary>
    /// <param name="screen">The streams.</param>
    /// <param name="stacks">The stacks.</param>
    public static void WriteStacks(Screen screen, IReadOnlyList<StackReport> stacks)
    {
        var rows = stacks.Where(s => s.Outcome is not (StackOutcome.Unchanged or StackOutcome.NotReached)).ToList();
        if (rows.Count > 0)
            screen.Talk.Write(Table(rows));
        WriteLeft(screen, stacks);
        var unreached = stacks.Where(s => s.Outcome == StackOutcome.NotReached).Select(s => s.Stack).ToList();
        if (unreached.Count > 0)
            screen.Talk.WriteLine($"Not reached: {string.Join(", ", unreached)}.");
    }

    private static Table Table(IReadOnlyList<StackReport> stacks)
    {
        var table = new Table().Border(TableBorder.None).AddColumns("STACK", "RESULT");
        table.AddColumn(new TableColumn("RESOURCES").RightAligned());
        table.AddColumn(new TableColumn("TIME").RightAligned());
        foreach (var stack in stacks)
        {
            table.AddRow((IRenderable[])[
                new Text(stack.Stack),
                new Text(Word(stack.Outcome), StatusStyle.Of(stack.Outcome)),
                new Text(stack.Resources.ToString(CultureInfo.InvariantCulture)),
                new Text(Duration.Of(TimeSpan.FromSeconds(stack.Seconds)))]);
        }

        return table;
    }

    private static void WriteLeft(Screen screen, IReadOnlyList<StackReport> stacks)
    {
        foreach (var resource in stacks.SelectMany(s => s.Left))
            screen.Talk.WriteLine($"No longer in the file, but kept: {resource}");
    }

    private static void WriteEnd(Screen screen, DeploymentReport report)
    {
        var took = Duration.Of(TimeSpan.FromSeconds(report.Seconds));
        screen.Talk.WriteLine(report.Stacks.All(s => s.Outcome == StackOutcome.Unchanged)
            ? $"Nothing has changed in {report.App} {report.Environment} ({Counted(report.Stacks.Count, "stack")}, {took})."
            : $"Deployed {report.App} {report.Environment} in {took}: {Counts(report.Stacks)}.");
        var lines = screen.Talk.Profile.Out.Writer; // what is copied is not broken into lines
        var outputs = report.Outputs.Values.Sum(values => values.Count);
        if (outputs > 0)
            lines.WriteLine($"{Counted(outputs, "output")}: landfall outputs{report.Selection}");
        WriteRecords(screen, report);
        if (report.LocalEndpoint is { } endpoint)
        {
            foreach (var bucket in report.Outputs.Values.SelectMany(o => o).Where(pair => pair.Key.StartsWith("Sites", StringComparison.Ordinal) && pair.Key.EndsWith("Bucket", StringComparison.Ordinal)))
                lines.WriteLine($"Files of a site: {endpoint}/{bucket.Value}/index.html");
            lines.WriteLine($"Local AWS: {endpoint}, for example");
            lines.WriteLine($"  {LocalAwsUse.Line(endpoint, report.Region, $"ecs list-services --cluster {report.App}-{report.Environment}")}");
            return; // the addresses of AWS lead nowhere, and its load balancers run nothing
        }

        foreach (var url in report.Outputs.Values.Select(o => o.GetValueOrDefault("Url")).OfType<string>())
            lines.WriteLine($"Address: {url}");
    }

    private static void WriteRecords(Screen screen, DeploymentReport report)
    {
        var records = report.Outputs.Values.SelectMany(o => o.Where(pair => pair.Key.StartsWith("DnsRecord", StringComparison.Ordinal))).Select(pair => pair.Value).ToList();
        if (records.Count == 0)
            return;
        screen.Talk.WriteLine("Records to set where the DNS is:");
        foreach (var record in records)
            screen.Talk.Profile.Out.Writer.WriteLine($"  {record}");

        // RFC 1034, 3.6.2: a CNAME stands alone, and the top of a zone has its SOA and NS. Only the zone's owner knows where that is.
        screen.Talk.WriteLine("At the top of a zone, where no CNAME can stand, take an ALIAS or ANAME record, whichever your DNS has.");
    }

    private static string Counted(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";

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
