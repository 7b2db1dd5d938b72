using Landfall.Aws;
using Landfall.Aws.Identity;

namespace Landfall.Operations.Deployment;

/// <summary>
/// Makes the roles of AWS's own services that an account lacks, before the first stack needs them. A service makes its role
/// by itself at the first use, but uses it at once, while IAM is still spreading it: the first cluster of an account fails
/// so ("Unable to assume the service linked role", CloudFormation coverage roadmap #818), and a second deployment works.
/// </summary>
/// <param name="session">The account.</param>
/// <param name="pause">How long IAM may take to spread a new role; none for the local AWS.</param>
/// <param name="time">The clock.</param>
internal sealed class ServiceLinkedRoles(AwsSession session, TimeSpan pause, TimeProvider time)
{
    /// <summary>How long IAM may take to spread a new role (IAM User Guide, "Changes that I make are not always immediately visible").</summary>
    public static readonly TimeSpan Spreading = TimeSpan.FromSeconds(10);

    // Each service's guide, "Using service-linked roles".
    private static readonly Dictionary<string, string> ServiceOf = new(StringComparer.Ordinal)
    {
        ["AWS::ApplicationAutoScaling::ScalableTarget"] = "ecs.application-autoscaling.amazonaws.com",
        ["AWS::ECS::Cluster"] = "ecs.amazonaws.com",
        ["AWS::EFS::FileSystem"] = "elasticfilesystem.amazonaws.com",
        ["AWS::ElasticLoadBalancingV2::LoadBalancer"] = "elasticloadbalancing.amazonaws.com",
        ["AWS::RDS::DBCluster"] = "rds.amazonaws.com",
        ["AWS::RDS::DBInstance"] = "rds.amazonaws.com",
    };

    /// <summary>The services whose roles some resources need.</summary>
    /// <param name="types">The resources' types.</param>
    /// <returns>The services' names, in order.</returns>
    public static IReadOnlyList<string> NeededBy(IEnumerable<string> types) =>
        [.. types.Select(type => ServiceOf.GetValueOrDefault(type)).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Makes the roles that are missing. Whoever may not do so leaves it to AWS, as ever.</summary>
    /// <param name="types">The types of the resources that are about to be deployed.</param>
    /// <param name="progress">Gets a line for a person.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task EnsureAsync(IEnumerable<string> types, Action<string> progress, CancellationToken cancellation)
    {
        var needed = NeededBy(types);
        if (needed.Count == 0)
            return;
        var client = new ServiceLinkedRoleClient(session);
        try
        {
            var there = await client.ListAsync(cancellation).ConfigureAwait(false);
            var missing = needed.Where(service => !there.Contains(service)).ToList();
            if (missing.Count == 0)
                return;

            progress($"Creating the account's service-linked roles of {string.Join(", ", missing)} (once) …");
            foreach (var service in missing)
                await client.CreateAsync(service, cancellation).ConfigureAwait(false);
            await Task.Delay(pause, time, cancellation).ConfigureAwait(false);
        }
        catch (AwsException e) when (e.Code.StartsWith("AccessDenied", StringComparison.Ordinal))
        {
            progress($"Service-linked roles are left to AWS, which makes them at the first use: {e.AwsMessage}");
        }
    }
}
