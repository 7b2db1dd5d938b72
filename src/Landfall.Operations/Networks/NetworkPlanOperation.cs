using Landfall.Config;
using Landfall.Config.Imports;
using Landfall.Operations.Accounts;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Networks;

/// <summary>Looks things up once, so that synthesis needs no AWS.</summary>
internal sealed class NetworkPlanOperation : Operation<NetworkPlanParameters, RecordedNetwork>
{
    /// <inheritdoc />
    public override string Name => "network plan";

    /// <inheritdoc />
    public override string Summary =>
        $"Read the account and write its zones, and free subnets of an imported VPC, to {KnownFacts.FileName}; commit that file. What the local AWS answers is kept apart, in .landfall.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override OperationTraits Traits => OperationTraits.Idempotent;

    /// <inheritdoc />
    public override async Task<RecordedNetwork> RunAsync(NetworkPlanParameters parameters, Agreed agreed, OperationContext context)
    {
        var loaded = ProjectLoader.LoadFile(parameters.Folder);
        var environment = parameters.Environment ?? loaded.EnvironmentNames[0];
        var needed = NeededFacts.Of(loaded.Config!, environment);
        var file = new ContextFile(loaded.Root, parameters.Local);
        var after = await ContextLookup.OfAsync(loaded.Config!, needed, file.Read(), parameters.Local, context).ConfigureAwait(false);
        file.Write(after);
        var (region, facts) = (after.Of(needed.Account, needed.Region)!, after.Environments[environment]);
        return new RecordedNetwork(
            file.Path,
            environment,
            needed.Region,
            facts.Zones!,
            facts.Network,
            needed.Names.Count > 0 && region.HostedZoneOf(needed.Names[0]) is { } zone ? region.HostedZones[zone] : null);
    }
}
