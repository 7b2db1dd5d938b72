using System.CommandLine;
using System.Globalization;
using Landfall.Cli.Terminal;
using Landfall.Operations;
using Landfall.Operations.Sleep;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall sleep</c> and <c>landfall wake</c>.</summary>
internal static class SleepCommand
{
    public static Command Create(CommandContext context) => Create(context, new SleepOperation());

    public static Command CreateWake(CommandContext context) => Create(context, new WakeOperation());

    private static Command Create(CommandContext context, Operation<SleepParameters, SleepReport> operation)
    {
        var (folder, env, local, yes) = (SharedOptions.Folder(), SharedOptions.Env(), SharedOptions.Local(), SharedOptions.Yes());
        var dryRun = new Option<bool>("--dry-run") { Description = "Show what would be done, and do nothing." };
        Symbol[] asks = operation is SleepOperation ? [yes] : [];
        return new Door<SleepParameters, SleepReport>(context, operation, [folder, env, local, dryRun, .. asks])
        {
            Read = line => new SleepParameters(line.GetValue(folder)!, line.GetValue(env), line.GetValue(local), line.GetValue(dryRun)),
            Agree = line => new Agreed(asks.Length > 0 && line.GetValue(yes)),
            Render = Render,
        };
    }

    private static void Render(Screen screen, SleepReport report)
    {
        var table = new Table().Border(TableBorder.None).AddColumns("service", "tasks");
        foreach (var service in report.Services)
        {
            table.AddRow(Markup.Escape(service.Service), service.Before == service.After
                ? service.After.ToString(CultureInfo.InvariantCulture)
                : string.Create(CultureInfo.InvariantCulture, $"{service.Before} → {service.After}"));
        }

        screen.Data.Write(table);
        if (report.KeepsCosting.Count > 0)
        {
            screen.Talk.WriteLine();
            screen.Talk.WriteLine("What keeps costing, at list prices, before traffic and storage:");
            foreach (var cost in report.KeepsCosting)
                screen.Talk.WriteLine($"  {cost.What}{(cost.DollarsPerMonth is { } dollars ? string.Create(CultureInfo.InvariantCulture, $": about ${dollars:0} a month") : "")}");
        }

        screen.Talk.WriteLine();
        screen.Talk.WriteLine((report.DryRun, report.Asleep) switch
        {
            (true, _) => "Nothing was done: this was a dry run.",
            (_, true) => $"{report.App} {report.Environment} sleeps{(report.Until is null ? "; 'landfall wake' wakes it" : $" until {report.Until}, or until 'landfall wake'")}.",
            _ => $"{report.App} {report.Environment} is awake{(report.Until is null ? "" : $" until {report.Until}")}.",
        });
    }
}
