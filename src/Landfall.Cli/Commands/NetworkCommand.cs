using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Config.Plan;
using Landfall.Operations.Networks;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall network</c>: what a deployment finds in the account.</summary>
internal static class NetworkCommand
{
    public static Command Create(CommandContext context)
    {
        var (folder, env, local) = (SharedOptions.Folder(), SharedOptions.Env(), SharedOptions.Local());
        return new Command("network", "Look at the network that a deployment will use.")
        {
            new Door<NetworkPlanParameters, RecordedNetwork>(context, new NetworkPlanOperation(), folder, env, local)
            {
                Read = line => new NetworkPlanParameters(line.GetValue(folder)!, line.GetValue(env), line.GetValue(local)),
                Render = Render,
            },
        };
    }

    private static void Render(Screen screen, RecordedNetwork found)
    {
        screen.Talk.WriteLine($"Zones of {found.Region}: {string.Join(", ", found.Zones)}.");
        if (found.Network is { } import)
            RenderImport(screen, import);
        if (found.HostedZoneId is not null)
            screen.Talk.WriteLine($"Hosted zone {found.HostedZoneId}.");
        screen.Data.Profile.Out.Writer.WriteLine(found.File);
    }

    private static void RenderImport(Screen screen, ImportedNetworkPlan import)
    {
        screen.Talk.WriteLine($"VPC {import.VpcId} ({import.VpcCidr}); internet gateway: {import.InternetGatewayId ?? "none, one will be created"}.");
        foreach (var subnet in import.Subnets)
            screen.Talk.WriteLine($"  {(subnet.Public ? "public " : "private")} {subnet.Cidr} in {subnet.Zone}");
        foreach (var endpoint in import.Endpoints)
            screen.Talk.WriteLine($"  endpoint {endpoint.Service} is there already ({endpoint.SecurityGroup})");
    }
}
