using System.Xml.Linq;
using Landfall.Aws.Protocols;

namespace Landfall.Aws.Inventory;

/// <summary>The part of IAM that tells which policies a role has.</summary>
/// <param name="session">Who calls, and where.</param>
public sealed class RoleInventory(AwsSession session)
{
    private static readonly AwsService Service = new("iam", "iam", "IAM", "2010-05-08", Global: true);

    /// <summary>Lists the policies of a role.</summary>
    /// <param name="role">Its ARN or name.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The names of those that are attached and of those that are its own.</returns>
    public async Task<IReadOnlyList<string>> ListPoliciesAsync(string role, CancellationToken cancellation)
    {
        var parameters = new Dictionary<string, string> { ["RoleName"] = role.Split('/')[^1], ["MaxItems"] = "1000" };
        var attached = await QueryProtocol.CallAsync(session, Service, "ListAttachedRolePolicies", parameters, cancellation).ConfigureAwait(false);
        var own = await QueryProtocol.CallAsync(session, Service, "ListRolePolicies", parameters, cancellation).ConfigureAwait(false);
        return
        [
            .. attached.Descendants("PolicyName").Select(name => name.Value)
                .Concat(own.Descendants("PolicyNames").Elements("member").Select(name => name.Value))
                .Order(StringComparer.Ordinal),
        ];
    }
}
