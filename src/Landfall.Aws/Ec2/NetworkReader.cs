using Amazon.EC2;
using Amazon.EC2.Model;

namespace Landfall.Aws.Ec2;

/// <summary>Reads what a network looks like.</summary>
public sealed class NetworkReader : IDisposable
{
    // Every resource that can be tagged gets its stack's name (CloudFormation User Guide, "Resource tag").
    private const string StackTag = "aws:cloudformation:stack-name";

    private readonly AmazonEC2Client _client;
    private readonly string _region;

    /// <summary>Makes a reader for the account and region of a session.</summary>
    /// <param name="session">The session.</param>
    public NetworkReader(AwsSession session)
    {
        _client = new AmazonEC2Client(session.Credentials, session.Configure<AmazonEC2Config>("EC2"));
        _region = session.Region;
    }

    /// <summary>Lists the region's availability zones that are open to the account.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The zones, in order of name.</returns>
    public async Task<IReadOnlyList<AvailabilityZone>> ListZonesAsync(CancellationToken cancellation)
    {
        var request = new DescribeAvailabilityZonesRequest
        {
            Filters = [Filter("zone-type", "availability-zone"), Filter("state", "available")],
        };
        var answer = await _client.DescribeAvailabilityZonesAsync(request, cancellation).ConfigureAwait(false);
        return [.. (answer.AvailabilityZones ?? []).Select(z => new AvailabilityZone(z.ZoneName, z.ZoneId)).OrderBy(z => z.Name, StringComparer.Ordinal)];
    }

    /// <summary>Tells in which zones interface endpoints can be made.</summary>
    /// <param name="names">Full names of the endpoints' services.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The zones' names by the service's name, of those services that the region has.</returns>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> ListEndpointZonesAsync(IReadOnlyCollection<string> names, CancellationToken cancellation)
    {
        // Without a filter by name, as an unknown name among them would be an error.
        var request = new DescribeVpcEndpointServicesRequest { Filters = [Filter("service-type", "Interface")] };
        var found = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        do
        {
            var answer = await _client.DescribeVpcEndpointServicesAsync(request, cancellation).ConfigureAwait(false);
            foreach (var service in (answer.ServiceDetails ?? []).Where(service => names.Contains(service.ServiceName)))
                found[service.ServiceName] = [.. (service.AvailabilityZones ?? []).Order(StringComparer.Ordinal)];
            request.NextToken = answer.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
        return found;
    }

    /// <summary>Finds a VPC's address blocks.</summary>
    /// <param name="vpc">The VPC's id.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The blocks, the primary one first; null when there is no such VPC.</returns>
    public async Task<IReadOnlyList<string>?> FindVpcBlocksAsync(string vpc, CancellationToken cancellation)
    {
        var request = new DescribeVpcsRequest { Filters = [Filter("vpc-id", vpc)] };
        var answer = await _client.DescribeVpcsAsync(request, cancellation).ConfigureAwait(false);
        if (answer.Vpcs is not [var found, ..])
            return null;
        var associated = (found.CidrBlockAssociationSet ?? [])
            .Where(a => a.CidrBlockState?.State is null || a.CidrBlockState.State == VpcCidrBlockStateCode.Associated)
            .Select(a => a.CidrBlock);
        return [found.CidrBlock, .. associated.Where(b => b != found.CidrBlock).Order(StringComparer.Ordinal)];
    }

    /// <summary>Lists a VPC's interface endpoints with private DNS.</summary>
    /// <param name="vpc">The VPC's id.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The endpoints, in order of service.</returns>
    public async Task<IReadOnlyList<InterfaceEndpoint>> ListEndpointsAsync(string vpc, CancellationToken cancellation)
    {
        var request = new DescribeVpcEndpointsRequest { Filters = [Filter("vpc-id", vpc)] };
        var endpoints = new List<InterfaceEndpoint>();
        await foreach (var endpoint in _client.Paginators.DescribeVpcEndpoints(request).VpcEndpoints.WithCancellation(cancellation).ConfigureAwait(false))
        {
            if (endpoint.VpcEndpointType == VpcEndpointType.Interface && endpoint.PrivateDnsEnabled == true)
            {
                endpoints.Add(new InterfaceEndpoint(
                    endpoint.ServiceName.Split($".{_region}.", 2)[^1],
                    endpoint.Groups is [var group, ..] ? group.GroupId : "",
                    StackOf(endpoint.Tags)));
            }
        }

        return [.. endpoints.OrderBy(e => e.Service, StringComparer.Ordinal)];
    }

    /// <summary>Lists a VPC's subnets.</summary>
    /// <param name="vpc">The VPC's id.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The subnets, in order of id.</returns>
    public Task<IReadOnlyList<ExistingSubnet>> ListSubnetsAsync(string vpc, CancellationToken cancellation) =>
        ListSubnetsAsync(Filter("vpc-id", vpc), cancellation);

    /// <summary>Lists the subnets that a stack has made.</summary>
    /// <param name="stack">The stack's name.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The subnets, in order of id; none when there is no such stack.</returns>
    public Task<IReadOnlyList<ExistingSubnet>> ListSubnetsOfStackAsync(string stack, CancellationToken cancellation) =>
        ListSubnetsAsync(Filter($"tag:{StackTag}", stack), cancellation);

    private async Task<IReadOnlyList<ExistingSubnet>> ListSubnetsAsync(Filter filter, CancellationToken cancellation)
    {
        var request = new DescribeSubnetsRequest { Filters = [filter] };
        var subnets = new List<ExistingSubnet>();
        await foreach (var subnet in _client.Paginators.DescribeSubnets(request).Subnets.WithCancellation(cancellation).ConfigureAwait(false))
            subnets.Add(new ExistingSubnet(subnet.SubnetId, subnet.CidrBlock, subnet.AvailabilityZone, StackOf(subnet.Tags), TagOf(subnet.Tags, "aws:cloudformation:logical-id")) { Free = subnet.AvailableIpAddressCount ?? 0 });
        return [.. subnets.OrderBy(s => s.Id, StringComparer.Ordinal)];
    }

    /// <summary>Finds the VPC that a subnet is in.</summary>
    /// <param name="subnet">The subnet's id.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The VPC's id, or null when there is no such subnet.</returns>
    public async Task<string?> FindVpcOfSubnetAsync(string subnet, CancellationToken cancellation)
    {
        var request = new DescribeSubnetsRequest { Filters = [Filter("subnet-id", subnet)] };
        var answer = await _client.DescribeSubnetsAsync(request, cancellation).ConfigureAwait(false);
        return answer.Subnets is [var found, ..] ? found.VpcId : null;
    }

    /// <summary>Finds the internet gateway of a VPC.</summary>
    /// <param name="vpc">The VPC's id.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The gateway's id, or null when none is attached.</returns>
    public async Task<string?> FindInternetGatewayAsync(string vpc, CancellationToken cancellation)
    {
        var request = new DescribeInternetGatewaysRequest { Filters = [Filter("attachment.vpc-id", vpc)] };
        var answer = await _client.DescribeInternetGatewaysAsync(request, cancellation).ConfigureAwait(false);
        return answer.InternetGateways is [var found, ..] ? found.InternetGatewayId : null;
    }

    /// <summary>Finds a list of addresses that AWS keeps.</summary>
    /// <param name="name">The list's name.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The list's id, or null when the region has none of that name.</returns>
    public async Task<string?> FindPrefixListAsync(string name, CancellationToken cancellation)
    {
        var request = new DescribeManagedPrefixListsRequest { Filters = [Filter("prefix-list-name", name)] };
        var answer = await _client.DescribeManagedPrefixListsAsync(request, cancellation).ConfigureAwait(false);
        return answer.PrefixLists is [var found, ..] ? found.PrefixListId : null;
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    private static Filter Filter(string name, string value) => new() { Name = name, Values = [value] };

    private static string? StackOf(List<Tag>? tags) => TagOf(tags, StackTag);

    private static string? TagOf(List<Tag>? tags, string key) => tags?.Find(t => t.Key == key)?.Value;
}
