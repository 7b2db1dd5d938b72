using System.Globalization;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Landfall.Aws.Protocols;

namespace Landfall.Aws.Ec2;

/// <summary>The part of the EC2 API that tells what a network looks like.</summary>
/// <param name="session">Who calls, and where.</param>
public sealed class Ec2Client(AwsSession session)
{
    private static readonly AwsService Service = new("ec2", "ec2", "EC2", "2016-11-15");

    /// <summary>Lists the region's availability zones that are open to the account.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The zones' names, sorted.</returns>
    public async Task<IReadOnlyList<string>> ListZonesAsync(CancellationToken cancellation)
    {
        var answer = await CallAsync(
            "DescribeAvailabilityZones", Filters(("zone-type", "availability-zone"), ("state", "available")), cancellation).ConfigureAwait(false);
        return [.. answer.Elements("availabilityZoneInfo").Elements("item").Select(z => Text(z, "zoneName")).Order(StringComparer.Ordinal)];
    }

    /// <summary>Finds a VPC's address blocks.</summary>
    /// <param name="vpc">The VPC's id.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The blocks, the primary one first; null when there is no such VPC.</returns>
    public async Task<IReadOnlyList<string>?> FindVpcBlocksAsync(string vpc, CancellationToken cancellation)
    {
        var answer = await CallAsync("DescribeVpcs", Filters(("vpc-id", vpc)), cancellation).ConfigureAwait(false);
        var found = answer.Elements("vpcSet").Elements("item").FirstOrDefault();
        if (found is null)
            return null;
        var primary = Text(found, "cidrBlock");
        var associated = found.Elements("cidrBlockAssociationSet").Elements("item")
            .Where(a => a.Element("cidrBlockState")?.Element("state")?.Value is null or "associated")
            .Select(a => Text(a, "cidrBlock"));
        return [primary, .. associated.Where(b => b != primary).Order(StringComparer.Ordinal)];
    }

    /// <summary>Lists a VPC's interface endpoints with private DNS.</summary>
    /// <param name="vpc">The VPC's id.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The endpoints, in order of service.</returns>
    public async Task<IReadOnlyList<InterfaceEndpoint>> ListEndpointsAsync(string vpc, CancellationToken cancellation)
    {
        var endpoints = new List<InterfaceEndpoint>();
        await foreach (var page in PagesAsync("DescribeVpcEndpoints", Filters(("vpc-id", vpc)), cancellation).ConfigureAwait(false))
        {
            endpoints.AddRange(page.Elements("vpcEndpointSet").Elements("item")
                .Where(e => Text(e, "vpcEndpointType") == "Interface" && Text(e, "privateDnsEnabled") == "true")
                .Select(e => new InterfaceEndpoint(
                    Text(e, "serviceName").Split($".{session.Region}.", 2)[^1],
                    e.Elements("groupSet").Elements("item").Select(g => Text(g, "groupId")).FirstOrDefault() ?? "",
                    Tags(e).GetValueOrDefault("aws:cloudformation:stack-name"))));
        }

        return [.. endpoints.OrderBy(e => e.Service, StringComparer.Ordinal)];
    }

    /// <summary>Lists a VPC's subnets.</summary>
    /// <param name="vpc">The VPC's id.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The subnets, in order of id.</returns>
    public async Task<IReadOnlyList<Subnet>> ListSubnetsAsync(string vpc, CancellationToken cancellation)
    {
        var subnets = new List<Subnet>();
        await foreach (var page in PagesAsync("DescribeSubnets", Filters(("vpc-id", vpc)), cancellation).ConfigureAwait(false))
        {
            subnets.AddRange(page.Elements("subnetSet").Elements("item").Select(s => new Subnet(
                Text(s, "subnetId"), Text(s, "vpcId"), Text(s, "cidrBlock"), Text(s, "availabilityZone"), Tags(s))));
        }

        return [.. subnets.OrderBy(s => s.Id, StringComparer.Ordinal)];
    }

    /// <summary>Finds the VPC that a subnet is in.</summary>
    /// <param name="subnet">The subnet's id.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The VPC's id, or null when there is no such subnet.</returns>
    public async Task<string?> FindVpcOfSubnetAsync(string subnet, CancellationToken cancellation)
    {
        var answer = await CallAsync("DescribeSubnets", Filters(("subnet-id", subnet)), cancellation).ConfigureAwait(false);
        return answer.Elements("subnetSet").Elements("item").FirstOrDefault()?.Element("vpcId")?.Value;
    }

    /// <summary>Finds the internet gateway of a VPC.</summary>
    /// <param name="vpc">The VPC's id.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The gateway's id, or null when none is attached.</returns>
    public async Task<string?> FindInternetGatewayAsync(string vpc, CancellationToken cancellation)
    {
        var answer = await CallAsync("DescribeInternetGateways", Filters(("attachment.vpc-id", vpc)), cancellation).ConfigureAwait(false);
        return answer.Elements("internetGatewaySet").Elements("item").FirstOrDefault()?.Element("internetGatewayId")?.Value;
    }

    private static Dictionary<string, string> Filters(params (string Name, string Value)[] filters)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < filters.Length; i++)
        {
            var prefix = string.Create(CultureInfo.InvariantCulture, $"Filter.{i + 1}");
            parameters[$"{prefix}.Name"] = filters[i].Name;
            parameters[$"{prefix}.Value.1"] = filters[i].Value;
        }

        return parameters;
    }

    private static Dictionary<string, string> Tags(XElement e) =>
        e.Elements("tagSet").Elements("item").ToDictionary(t => Text(t, "key"), t => Text(t, "value"), StringComparer.Ordinal);

    private static string Text(XElement e, string name) => e.Element(name)?.Value ?? "";

    private async IAsyncEnumerable<XElement> PagesAsync(
        string operation, Dictionary<string, string> parameters, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? token = null;
        do
        {
            if (token is not null)
                parameters["NextToken"] = token;
            var page = await CallAsync(operation, parameters, cancellation).ConfigureAwait(false);
            yield return page;
            token = page.Element("nextToken")?.Value;
        }
        while (!string.IsNullOrEmpty(token));
    }

    private Task<XElement> CallAsync(string operation, Dictionary<string, string> parameters, CancellationToken cancellation) =>
        QueryProtocol.CallAsync(session, Service, operation, parameters, cancellation);
}
