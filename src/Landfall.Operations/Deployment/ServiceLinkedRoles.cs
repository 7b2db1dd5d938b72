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

    private readonly ServiceLinkedRoleClient _client = new(session);

    /// <summary>The services whose roles Landfall's resources can need, in order.</summary>
    public static IReadOnlyList<string> Services { get; } = [.. ServiceOf.Values.Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The services whose roles some resources need.</summary>
    /// <param name="types">The resources' types.</param>
    /// <returns>The services' names, in order.</returns>
    public static IReadOnlyList<string> NeededBy(IEnumerable<string> types) =>
        [.. types.Select(type => ServiceOf.GetValueOrDefault(type)).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Tells which of the roles that AWS's services need are there.</summary>
    /// <param name="session">The account.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The services that have theirs, in order; null where nobody may ask.</returns>
    public static async Task<IReadOnlyList<string>?> FindAsync(AwsSession session, CancellationToken cancellation)
    {
        try
        {
            var there = await new ServiceLinkedRoleClient(session).ListAsync(cancellation).ConfigureAwait(false);
            return [.. Services.Where(there.Contains)];
        }
        catch (AwsException e) when (IsDenied(e))
        {
            return null;
        }
    }

    /// <summary>Makes the roles that are missing. Whoever may not do so leaves it to AWS, as ever.</summary>
    /// <param name="types">The types of the resources that are about to be deployed.</param>
    /// <param name="recorded">Services whose roles are known to be there.</param>
    /// <param name="progress">Gets a line for a person.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The services that have their role now.</returns>
    public async Task<IReadOnlyList<string>> EnsureAsync(
        IEnumerable<string> types, IReadOnlyList<string> recorded, Action<string> progress, CancellationToken cancellation)
    {
        IReadOnlyList<string> needed = [.. NeededBy(types).Except(recorded)];
        if (needed.Count == 0)
            return recorded;
        try
        {
            var there = await _client.ListAsync(cancellation).ConfigureAwait(false);
            var missing = needed.Where(service => !there.Contains(service)).ToList();
            var has = Services.Where(service => there.Contains(service) || needed.Contains(service)).ToList();
            if (missing.Count == 0)
                return has;

            progress($"Creating the account's service-linked roles of {string.Join(", ", missing)} (once) …");
            foreach (var service in missing)
                await _client.CreateAsync(service, cancellation).ConfigureAwait(false);
            await Task.Delay(pause, time, cancellation).ConfigureAwait(false);
            return has;
        }
        catch (AwsException e) when (IsDenied(e))
        {
            progress($"Service-linked roles are left to AWS, which makes them at the first use: {e.AwsMessage}");
            return recorded;
        }
    }

    private static bool IsDenied(AwsException e) => e.Code.StartsWith("AccessDenied", StringComparison.Ordinal);
}
