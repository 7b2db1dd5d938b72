using Amazon.EC2;
using Amazon.EC2.Model;

namespace Landfall.Aws.Ec2;

/// <summary>Reads whom security groups let in.</summary>
public sealed class IngressReader : IDisposable
{
    // The most values that one filter takes (EC2 User Guide, "Filtering considerations").
    private const int MostValues = 200;

    private readonly AmazonEC2Client _client;

    /// <summary>Makes a reader for the account and region of a session.</summary>
    /// <param name="session">The session.</param>
    public IngressReader(AwsSession session) =>
        _client = new AmazonEC2Client(session.Credentials, session.Configure<AmazonEC2Config>("EC2"));

    /// <summary>Lists the rules of groups.</summary>
    /// <param name="groups">The groups' ids; one that is gone has no rules.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The rules, one for each peer.</returns>
    public async Task<IReadOnlyList<IngressRule>> ListAsync(IReadOnlyCollection<string> groups, CancellationToken cancellation)
    {
        var rules = new List<IngressRule>();
        foreach (var part in groups.Chunk(MostValues))
        {
            // By filter, as an id that is gone would be an error.
            var request = new DescribeSecurityGroupsRequest { Filters = [new Filter("group-id", [.. part])] };
            do
            {
                var answer = await _client.DescribeSecurityGroupsAsync(request, cancellation).ConfigureAwait(false);
                rules.AddRange((answer.SecurityGroups ?? []).SelectMany(RulesOf));
                request.NextToken = answer.NextToken;
            }
            while (!string.IsNullOrEmpty(request.NextToken));
        }

        return rules;
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    private static IEnumerable<IngressRule> RulesOf(SecurityGroup rules) =>
        from permission in rules.IpPermissions ?? []
        from peer in (permission.Ipv4Ranges ?? []).Select(range => range.CidrIp)
            .Concat((permission.Ipv6Ranges ?? []).Select(range => range.CidrIpv6))
            .Concat((permission.UserIdGroupPairs ?? []).Select(pair => pair.GroupId))
            .Concat((permission.PrefixListIds ?? []).Select(list => list.Id))
        select new IngressRule(rules.GroupId, permission.IpProtocol, permission.FromPort ?? -1, permission.ToPort ?? -1, peer);
}
