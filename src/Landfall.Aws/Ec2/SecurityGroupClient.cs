using Amazon.EC2;
using Amazon.EC2.Model;

namespace Landfall.Aws.Ec2;

/// <summary>Tells whom security groups let in, and opens and closes them to other groups.</summary>
public sealed class SecurityGroupClient : IDisposable
{
    private const string Protocol = "tcp";

    // The most values that one filter takes (EC2 User Guide, "Filtering considerations").
    private const int MostValues = 200;

    private readonly AmazonEC2Client _client;

    /// <summary>Makes a client for the account and region of a session.</summary>
    /// <param name="session">The session.</param>
    public SecurityGroupClient(AwsSession session) => _client = new AmazonEC2Client(session.Credentials, session.Configure<AmazonEC2Config>("EC2"));

    /// <summary>Finds groups.</summary>
    /// <param name="ids">Their ids.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Those that there are, in order of id.</returns>
    public async Task<IReadOnlyList<ExistingGroup>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        var groups = await DescribeAsync(ids, cancellation).ConfigureAwait(false);
        return [.. groups.Select(group => new ExistingGroup(group.GroupId, group.VpcId, [.. (group.IpPermissions ?? []).SelectMany(Rules)])).OrderBy(group => group.Id, StringComparer.Ordinal)];
    }

    /// <summary>Lists whom groups let in, on whatever ports.</summary>
    /// <param name="groups">The groups' ids; one that is gone has no rules.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The rules, one for each peer.</returns>
    public async Task<IReadOnlyList<IngressRule>> ListIngressAsync(IReadOnlyCollection<string> groups, CancellationToken cancellation) =>
        [.. (await DescribeAsync(groups, cancellation).ConfigureAwait(false)).SelectMany(Ingress)];

    /// <summary>Lets a group reach another one: all ports, or none of them.</summary>
    /// <param name="group">The group that is opened.</param>
    /// <param name="rules">Whom it admits.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>A task.</returns>
    public Task OpenAsync(string group, IEnumerable<GroupRule> rules, CancellationToken cancellation) =>
        _client.AuthorizeSecurityGroupIngressAsync(new AuthorizeSecurityGroupIngressRequest { GroupId = group, IpPermissions = [.. rules.Select(Permission)] }, cancellation);

    /// <summary>Takes rules away from a group.</summary>
    /// <param name="group">The group.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>A task.</returns>
    public Task CloseAsync(string group, IEnumerable<GroupRule> rules, CancellationToken cancellation) =>
        _client.RevokeSecurityGroupIngressAsync(new RevokeSecurityGroupIngressRequest { GroupId = group, IpPermissions = [.. rules.Select(Permission)] }, cancellation);

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    private async Task<List<SecurityGroup>> DescribeAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        var groups = new List<SecurityGroup>();
        foreach (var part in ids.Chunk(MostValues))
        {
            // By a filter, as an id that is not there would be an error.
            var request = new DescribeSecurityGroupsRequest { Filters = [new Filter { Name = "group-id", Values = [.. part] }] };
            await foreach (var group in _client.Paginators.DescribeSecurityGroups(request).SecurityGroups.WithCancellation(cancellation).ConfigureAwait(false))
                groups.Add(group);
        }

        return groups;
    }

    private static IEnumerable<IngressRule> Ingress(SecurityGroup one) =>
        from permission in one.IpPermissions ?? []
        from peer in (permission.Ipv4Ranges ?? []).Select(range => range.CidrIp)
            .Concat((permission.Ipv6Ranges ?? []).Select(range => range.CidrIpv6))
            .Concat((permission.UserIdGroupPairs ?? []).Select(pair => pair.GroupId))
            .Concat((permission.PrefixListIds ?? []).Select(list => list.Id))
        select new IngressRule(one.GroupId, permission.IpProtocol, permission.FromPort ?? -1, permission.ToPort ?? -1, peer);

    private static IEnumerable<GroupRule> Rules(IpPermission permission) =>
        permission.IpProtocol is Protocol or "6" && permission is { FromPort: { } from, ToPort: { } to }
            ? (permission.UserIdGroupPairs ?? []).Select(pair => new GroupRule(pair.GroupId, from, to, pair.Description))
            : [];

    private static IpPermission Permission(GroupRule rule) => new()
    {
        IpProtocol = Protocol,
        FromPort = rule.FromPort,
        ToPort = rule.ToPort,
        UserIdGroupPairs = [new UserIdGroupPair { GroupId = rule.Source, Description = rule.Description }],
    };
}
