using Amazon.EC2;
using Amazon.EC2.Model;

namespace Landfall.Aws.Ec2;

/// <summary>Opens and closes security groups to other groups.</summary>
public sealed class SecurityGroupClient : IDisposable
{
    private const string Protocol = "tcp";

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
        // By a filter, as an id that is not there would be an error.
        var request = new DescribeSecurityGroupsRequest { Filters = [new Filter { Name = "group-id", Values = [.. ids] }] };
        var groups = new List<ExistingGroup>();
        await foreach (var group in _client.Paginators.DescribeSecurityGroups(request).SecurityGroups.WithCancellation(cancellation).ConfigureAwait(false))
            groups.Add(new ExistingGroup(group.GroupId, group.VpcId, [.. (group.IpPermissions ?? []).SelectMany(Rules)]));
        return [.. groups.OrderBy(group => group.Id, StringComparer.Ordinal)];
    }

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
