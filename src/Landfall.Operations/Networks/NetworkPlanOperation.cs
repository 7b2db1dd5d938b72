using Landfall.Config;
using Landfall.Config.Imports;
using Landfall.Operations.Deployment;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Networks;

/// <summary>Looks things up once, so that synthesis needs no AWS.</summary>
internal sealed class NetworkPlanOperation : Operation<NetworkPlanParameters, RecordedNetwork>
{
    /// <inheritdoc />
    public override string Name => "network plan";

    /// <inheritdoc />
    public override string Summary =>
        $"Read the account and write its zones, and free subnets of an imported VPC, to {NetworkContext.FileName}; commit that file. What the local AWS answers is kept apart, in .landfall.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override async Task<RecordedNetwork> RunAsync(NetworkPlanParameters parameters, Agreed agreed, OperationContext context)
    {
        var loaded = ProjectLoader.LoadFile(parameters.Folder);
        var environment = parameters.Environment ?? loaded.EnvironmentNames[0];
        var needed = NetworkFacts.Needed(loaded.Config!, environment);
        using var target = await Targets.OpenAsync(
            environment, needed.Account, needed.Region, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);

        using var planner = new NetworkPlanner(target.Session);
        var zones = await planner.ZonesAsync(needed, context.Stop).ConfigureAwait(false);
        var import = needed.Imports ? await planner.ImportAsync(loaded.Config!.App, needed, zones, context.Stop).ConfigureAwait(false) : null;

        var (home, before) = parameters.Local
            ? (LocalFacts.Folder(loaded.Root), LocalFacts.Read(loaded.Root))
            : (loaded.Root, NetworkContext.Read(loaded.Root) ?? new NetworkContext());
        var facts = (before.Environments.GetValueOrDefault(environment) ?? new EnvironmentFacts()) with { Network = import };
        if (needed.HostedZone is not null)
            facts = facts with { HostedZoneId = await planner.HostedZoneAsync(needed.HostedZone, context.Stop).ConfigureAwait(false) };
        var after = before with
        {
            Zones = new Dictionary<string, IReadOnlyList<string>>(before.Zones) { [NetworkContext.ZoneKey(needed.Account, needed.Region)] = zones },
            Environments = new Dictionary<string, EnvironmentFacts>(before.Environments) { [environment] = facts },
        };
        Directory.CreateDirectory(home);
        after.Write(home);
        return new RecordedNetwork(
            Path.Combine(home, NetworkContext.FileName), environment, needed.Region, zones, facts.Network, facts.HostedZoneId);
    }
}
