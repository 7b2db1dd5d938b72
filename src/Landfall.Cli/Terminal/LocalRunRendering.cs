using System.Globalization;
using Landfall.Cli.Commands;
using Landfall.Operations.LocalRun;
using Spectre.Console;

namespace Landfall.Cli.Terminal;

/// <summary>Shows what runs on this machine: what containers write on standard output, as <c>logs</c> does, all else beside it.</summary>
internal static class LocalRunRendering
{
    /// <summary>Shows what would run.</summary>
    /// <param name="screen">The streams.</param>
    /// <param name="report">What would run.</param>
    /// <param name="json">True for a script.</param>
    public static void WritePlan(Screen screen, LocalRunReport report, bool json)
    {
        if (json)
        {
            JsonOutput.Write(screen, new { report.App, report.Environment, report.Containers, report.Left });
            return;
        }

        var table = new Table().Border(TableBorder.None).AddColumns("NAME", "IMAGE", "PORT", "AFTER", "READY WHEN", "BESIDES");
        foreach (var one in report.Containers)
        {
            table.AddRow(
                new Text(one.Name),
                new Text(one.Image ?? $"built from {one.Build}"),
                new Text(one.Wanted is { } port ? $"127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}" : ""),
                new Text(string.Join(", ", one.After)),
                new Text(one.Ready.Length > 0 ? one.Ready : one.Kind == LocalKind.Job ? "it has ended" : "it runs"),
                new Text(string.Join("; ", Besides(one))));
        }

        screen.Data.Write(table);
        WriteLeft(screen, report);
        screen.Talk.WriteLine("Nothing was started: this was a dry run. A port that is taken is followed by the next.");
    }

    /// <summary>Shows what becomes of containers, until all have ended.</summary>
    /// <param name="screen">The streams.</param>
    /// <param name="report">What runs.</param>
    /// <param name="json">True for a script: a document a line.</param>
    /// <param name="stop">Stops them.</param>
    /// <returns>The exit code: that of the first container that did not end well.</returns>
    public static async Task<int> FollowAsync(Screen screen, LocalRunReport report, bool json, CancellationToken stop)
    {
        var code = ExitCode.Done;
        var text = new LogLineText(screen.Data.Profile.Capabilities.ColorSystem != ColorSystem.NoColors);
        if (!json)
            WriteLeft(screen, report);
        await foreach (var step in report.Steps.WithCancellation(stop).ConfigureAwait(false))
        {
            if (code == ExitCode.Done && step.End is { } end)
                code = end.ExitCode;
            if (json)
                JsonOutput.WriteLine(screen, step);
            else if (step.Line is { } line)
                screen.Data.Profile.Out.Writer.WriteLine(text.Of(line));
            else
                screen.Talk.WriteLine(SentenceOf(step));
        }

        return code;
    }

    private static string SentenceOf(LocalRunStep step) => step switch
    {
        { Ready: { } ready } => $"{ready.Name} is ready{(ready.Again ? " again, with the change" : "")}{(ready.Address is { } address ? $": {address}" : ".")}",
        { End: { } end } => $"{end.Name} has ended with exit code {end.ExitCode}.",
        _ => step.Note!,
    };

    private static void WriteLeft(Screen screen, LocalRunReport report)
    {
        foreach (var (name, why) in report.Left)
            screen.Talk.WriteLine($"{name} does not run here: {why}.");
    }

    private static IEnumerable<string> Besides(LocalContainer one)
    {
        if (one.Release.Count > 0)
            yield return $"release: {string.Join(' ', one.Release)}";
        if (one.Sidecars.Count > 0)
            yield return $"beside it {string.Join(", ", one.Sidecars)}";
        if (one.Volumes.Count > 0)
            yield return $"data in {string.Join(", ", one.Volumes)}";
    }
}
