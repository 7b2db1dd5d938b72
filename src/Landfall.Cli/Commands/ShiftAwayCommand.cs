using System.CommandLine;
using System.Globalization;
using Landfall.Cli.Terminal;
using Landfall.Operations;
using Landfall.Operations.Shifting;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall shift-away</c>.</summary>
internal static class ShiftAwayCommand
{
    public static Command Create(CommandContext context)
    {
        var (zone, folder, env, local, dryRun, yes) = (SharedOptions.Named("zone"), SharedOptions.Folder(), SharedOptions.Env(), SharedOptions.Local(), new Option<bool>("--dry-run"), SharedOptions.Yes());
        var (length, end) = (new Option<string?>("--for") { HelpName = "time" }, new Option<bool>("--end"));
        return new Door<ShiftAwayParameters, ShiftReport>(context, new ShiftAwayOperation(), zone, folder, length, end, env, local, dryRun, yes)
        {
            Read = line => new ShiftAwayParameters(
                line.GetValue(zone)!, line.GetValue(folder)!, line.GetValue(length), line.GetValue(end), line.GetValue(env), line.GetValue(local), line.GetValue(dryRun)),
            Agree = line => new Agreed(line.GetValue(yes)),
            Render = Render,
        };
    }

    internal static void Render(Screen screen, ShiftReport report)
    {
        foreach (var balancer in report.Balancers)
        {
            var until = balancer.Until is { } end ? string.Create(CultureInfo.InvariantCulture, $" until {end.UtcDateTime:yyyy-MM-dd HH:mm} UTC") : "";
            screen.Data.Profile.Out.Writer.WriteLine($"{balancer.Name}: {Traffic(balancer.Before)}{(balancer.Before == balancer.After ? "" : $" → {Traffic(balancer.After)}")}{until}");
        }

        if (report.Services.Count > 0)
        {
            var table = new Table().Border(TableBorder.None).AddColumns("service", $"tasks in {report.Zone}", "tasks elsewhere", "scales to");
            foreach (var service in report.Services)
                table.AddRow(new Text(service.Service), Number(service.InZone), Number(service.Elsewhere), service.Most is { } most ? Number(most) : new Text("does not scale"));
            screen.Data.Write(table);
        }

        foreach (var warning in report.Services.Select(service => service.Warning).OfType<string>())
            screen.Talk.WriteLine($"WARNING: {warning}");
        screen.Talk.WriteLine((report.DryRun, report.Changed) switch
        {
            (true, _) => "Nothing was done: this was a dry run.",
            (_, false) => "It is so already.",
            _ when report.Balancers.Any(balancer => balancer.After is not null) =>
                $"New requests stay away from {report.Zone} within minutes; open connections end by and by. Tasks there go on, and ECS still starts some there. 'landfall shift-away {report.Zone} --end' lets traffic back.",
            _ => $"Traffic comes back into {report.Zone} within minutes.",
        });
    }

    private static string Traffic(string? zone) => zone is null ? "all zones" : $"away from {zone}";

    private static Text Number(int number) => new(number.ToString(CultureInfo.InvariantCulture));
}
