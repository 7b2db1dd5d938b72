using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Config;
using Landfall.Config.Imports;
using Landfall.Operations.Deployment;
using Landfall.Operations.Networks;
using Landfall.Operations.Projects;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall network plan</c>: looks things up once, so that synthesis needs no AWS.</summary>
internal static class NetworkCommand
{
    public static Command Create(CommandContext context)
    {
        var folder = SharedOptions.Folder();
        var env = SharedOptions.Env();
        var local = SharedOptions.Local();
        var json = SharedOptions.Json();
        var plan = new Command("plan", $"Read the account and write its zones, and free subnets of an imported VPC, to {NetworkContext.FileName}; commit that file.")
        {
            folder, env, local, json,
        };
        plan.SetAction((result, cancellation) => PlanAsync(
            context, result.GetValue(folder)!, result.GetValue(env), result.GetValue(local), result.GetValue(json), cancellation));
        return new Command("network", "Look at the network that a deployment will use.") { plan };
    }

    private static async Task<int> PlanAsync(CommandContext context, string folder, string? env, bool local, bool json, CancellationToken cancellation)
    {
        var loaded = ProjectLoader.LoadFile(folder);
        var environment = env ?? loaded.EnvironmentNames[0];
        var needed = NetworkFacts.Needed(loaded.Config!, environment);
        using var target = await Targets.OpenAsync(environment, needed.Account, needed.Region, local, context.Time, cancellation).ConfigureAwait(false);

        using var planner = new NetworkPlanner(target.Session);
        var zones = await planner.ZonesAsync(needed, cancellation).ConfigureAwait(false);
        var import = needed.Imports ? await planner.ImportAsync(loaded.Config!.App, needed, zones, cancellation).ConfigureAwait(false) : null;

        var before = NetworkContext.Read(loaded.Root) ?? new NetworkContext();
        var facts = (before.Environments.GetValueOrDefault(environment) ?? new EnvironmentFacts()) with { Network = import };
        if (needed.HostedZone is not null)
            facts = facts with { HostedZoneId = await planner.HostedZoneAsync(needed.HostedZone, cancellation).ConfigureAwait(false) };
        var after = before with
        {
            Zones = new Dictionary<string, IReadOnlyList<string>>(before.Zones) { [NetworkContext.ZoneKey(needed.Account, needed.Region)] = zones },
            Environments = new Dictionary<string, EnvironmentFacts>(before.Environments) { [environment] = facts },
        };
        after.Write(loaded.Root);

        context.Screen.Talk.WriteLine($"Zones of {needed.Region}: {string.Join(", ", zones)}.");
        if (import is not null)
        {
            context.Screen.Talk.WriteLine($"VPC {import.VpcId} ({import.VpcCidr}); internet gateway: {import.InternetGatewayId ?? "none, one will be created"}.");
            foreach (var subnet in import.Subnets)
                context.Screen.Talk.WriteLine($"  {(subnet.Public ? "public " : "private")} {subnet.Cidr} in {subnet.Zone}");
            foreach (var endpoint in import.Endpoints)
                context.Screen.Talk.WriteLine($"  endpoint {endpoint.Service} is there already ({endpoint.SecurityGroup})");
        }

        if (facts.HostedZoneId is not null)
            context.Screen.Talk.WriteLine($"Hosted zone {facts.HostedZoneId}.");
        var file = Path.Combine(loaded.Root, NetworkContext.FileName);
        if (json)
            JsonOutput.Write(context.Screen, new { File = file, Environment = environment, Zones = zones, facts.Network, facts.HostedZoneId });
        else
            context.Screen.Data.Profile.Out.Writer.WriteLine(file);
        return ExitCode.Done;
    }
}
