using Landfall.Aws;
using Landfall.Aws.Ec2;
using Landfall.Aws.ElasticMapReduce;
using Landfall.Config;
using Landfall.Config.Imports;
using Landfall.Config.Plan;
using Landfall.Config.Values;

namespace Landfall.Operations.Networks;

/// <summary>Finds an existing VPC and the room in it.</summary>
/// <param name="session">The account and region.</param>
internal sealed class NetworkPlanner(AwsSession session) : IDisposable
{
    private readonly NetworkReader _network = new(session);

    /// <summary>Finds the VPC to import and room for two public and two private subnets in it.</summary>
    /// <param name="app">The application: its own subnets of an earlier deployment count as free.</param>
    /// <param name="needed">What the environment needs.</param>
    /// <param name="zones">The zones that the environment takes.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The facts for <c>landfall.context.json</c>.</returns>
    /// <exception cref="LandfallException">The VPC or cluster is not there, or has no room.</exception>
    public async Task<ImportedNetworkPlan> ImportAsync(
        string app, NeededFacts needed, IReadOnlyList<string> zones, CancellationToken cancellation)
    {
        var cluster = needed.EmrCluster is null ? null : await FindClusterAsync(needed.EmrCluster, cancellation).ConfigureAwait(false);
        var vpc = needed.Vpc ?? await VpcOfAsync(cluster!, cancellation).ConfigureAwait(false);
        var blocks = await _network.FindVpcBlocksAsync(vpc, cancellation).ConfigureAwait(false)
            ?? throw new LandfallException(ErrorCodes.VpcMissing, $"There is no VPC '{vpc}' in {session.Region}. Check 'network.import.vpc' and 'region'.");
        var ownStack = $"{app}-{needed.Environment}-network";
        var others = (await _network.ListSubnetsAsync(vpc, cancellation).ConfigureAwait(false)).Where(s => s.Stack != ownStack);
        CidrBlock[] whole = [.. blocks.Select(CidrBlock.Parse)];
        CidrBlock[] taken = [.. others.Select(s => CidrBlock.Parse(s.Cidr))];
        GivenBlocks.Check(whole, taken, [.. needed.GivenBlocks.Select(CidrBlock.Parse)]);
        return new ImportedNetworkPlan
        {
            VpcId = vpc,
            VpcCidr = blocks[0],
            EmrCluster = cluster?.Id,
            EmrSecurityGroup = cluster?.MasterSecurityGroup,
            InternetGatewayId = await _network.FindInternetGatewayAsync(vpc, cancellation).ConfigureAwait(false),
            Endpoints = await EndpointsAsync(vpc, ownStack, cancellation).ConfigureAwait(false),
            Subnets = needed.SubnetPrefix is { } prefix ? Subnets(prefix, zones, vpc, whole, taken) : [],
        };
    }

    /// <inheritdoc />
    public void Dispose() => _network.Dispose();

    private async Task<IReadOnlyList<EndpointPlan>> EndpointsAsync(string vpc, string ownStack, CancellationToken cancellation) =>
    [
        .. (await _network.ListEndpointsAsync(vpc, cancellation).ConfigureAwait(false))
            .Where(endpoint => endpoint.Stack != ownStack)
            .Select(endpoint => new EndpointPlan(endpoint.Service, endpoint.SecurityGroup)),
    ];

    private static List<SubnetPlan> Subnets(
        int prefix, IReadOnlyList<string> zones, string vpc, IReadOnlyList<CidrBlock> blocks, IReadOnlyList<CidrBlock> taken)
    {
        var found = FreeBlocks.Find(blocks, taken, prefix, 4);
        if (found.Count < 4)
        {
            throw new LandfallException(
                ErrorCodes.VpcFull,
                $"VPC '{vpc}' ({string.Join(", ", blocks)}) has room for {found.Count} subnets of /{prefix}, but 4 are needed. Set 'network.subnets.size' to a larger number for smaller subnets, or give the blocks.");
        }

        return
        [
            new SubnetPlan(found[0].ToString(), zones[0], Public: true),
            new SubnetPlan(found[1].ToString(), zones[1], Public: true),
            new SubnetPlan(found[2].ToString(), zones[0], Public: false),
            new SubnetPlan(found[3].ToString(), zones[1], Public: false),
        ];
    }

    private async Task<EmrCluster> FindClusterAsync(string id, CancellationToken cancellation) =>
        await new ElasticMapReduceClient(session).FindAsync(id, cancellation).ConfigureAwait(false)
        ?? throw new LandfallException(ErrorCodes.EmrClusterMissing, $"There is no EMR cluster '{id}' in {session.Region}. Check 'network.import.emrCluster' and 'region'.");

    private async Task<string> VpcOfAsync(EmrCluster cluster, CancellationToken cancellation)
    {
        var vpc = cluster.SubnetId is null ? null : await _network.FindVpcOfSubnetAsync(cluster.SubnetId, cancellation).ConfigureAwait(false);
        return vpc ?? throw new LandfallException(ErrorCodes.EmrClusterVpcMissing, $"EMR cluster '{cluster.Id}' is in no VPC that can be imported.");
    }
}
