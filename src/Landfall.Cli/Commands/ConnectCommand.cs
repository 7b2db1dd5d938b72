using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Operations;
using Landfall.Operations.Connecting;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall connect</c>: what services reach that is not in the file.</summary>
internal static class ConnectCommand
{
    public static Command Create(CommandContext context)
    {
        var (service, folder, env, local, yes) = (SharedOptions.Named("service"), SharedOptions.Folder(), SharedOptions.Env(), SharedOptions.Local(), SharedOptions.Yes());
        var cluster = new Option<string>("--cluster") { HelpName = "id", Required = true };
        var (revoke, dryRun) = (new Option<bool>("--revoke"), new Option<bool>("--dry-run"));
        return new Command("connect", "Open to a service what is not in the file.")
        {
            new Door<ConnectEmrParameters, EmrConnection>(context, new ConnectEmrOperation(), service, folder, cluster, revoke, env, local, dryRun, yes)
            {
                Read = line => new ConnectEmrParameters(
                    line.GetValue(service)!, line.GetValue(folder)!, line.GetValue(cluster)!, line.GetValue(revoke), line.GetValue(env), line.GetValue(local), line.GetValue(dryRun)),
                Agree = line => new Agreed(line.GetValue(yes)),
                Render = Render,
            },
        };
    }

    private static void Render(Screen screen, EmrConnection connection)
    {
        var state = $"{connection.Cluster} ({connection.SecurityGroup}) {(connection.Open ? "is open" : "is closed")} to {connection.Service} of {connection.App} {connection.Environment} on ports {string.Join(" and ", connection.Ports)}";
        screen.Talk.WriteLine((connection.DryRun, connection.Changed) switch
        {
            (true, _) => $"Now {state}. Nothing was done: this was a dry run.",
            (_, true) => $"{state}.",
            _ => $"{state} already.",
        });
        if (connection is { Open: true, Changed: true })
            screen.Talk.WriteLine($"Deployments keep it. Close it before the service or the environment is removed: landfall connect emr {connection.Service} --cluster {connection.Cluster} --revoke --env {connection.Environment}");
    }
}
