using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Operations.Dashboards;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall dashboard</c>: dashboards for other programs.</summary>
internal static class DashboardCommand
{
    public static Command Create(CommandContext context) => new("dashboard", "Work with dashboards.")
    {
        new Command("export", "Print a dashboard for another program.") { Grafana(context) },
    };

    private static Door<DashboardExportParameters, ExportedDashboard> Grafana(CommandContext context)
    {
        var (folder, env) = (SharedOptions.Folder(), SharedOptions.Env());
        var service = new Option<string?>("--service") { HelpName = "name" };
        return new(context, new DashboardExportGrafanaOperation(), folder, env, service)
        {
            Read = line => new DashboardExportParameters(line.GetValue(folder)!, line.GetValue(env)) { Service = line.GetValue(service) },
            Render = (screen, dashboard) => JsonOutput.Write(screen, dashboard.Model),
            Data = dashboard => dashboard.Model, // it is JSON itself
        };
    }
}
