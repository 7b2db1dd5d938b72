using Landfall.Aws.CloudFormation;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Drifting;

/// <summary>What CloudFormation has compared of one stack.</summary>
/// <param name="Stack">The stack.</param>
/// <param name="Compared">The resources that it compared.</param>
/// <param name="Resources">All of its resources.</param>
/// <param name="Failed">Why not all of them could be compared, or null.</param>
internal sealed record StackDrift(DeployedStack Stack, IReadOnlyList<ResourceDrift> Compared, IReadOnlyList<StackResource> Resources, string? Failed)
{
    /// <summary>Those that are not as they were deployed, but for what AWS changes by design.</summary>
    public IEnumerable<DriftedResource> Drifted =>
        from resource in Compared
        let properties = resource.Differences.Where(property => !ByDesign.Is(Stack.Template, resource, property)).Select(DriftedProperty.Of).ToList()
        where resource.Status == "DELETED" || (resource.Status == "MODIFIED" && properties.Count > 0)
        select new DriftedResource(Stack.Name, resource.LogicalId, resource.Type, resource.PhysicalId, resource.Status == "DELETED", properties);

    /// <summary>The types of those that were not compared.</summary>
    public IEnumerable<string> Uncompared =>
        Resources.ExceptBy(Compared.Where(resource => resource.Status is "IN_SYNC" or "MODIFIED" or "DELETED").Select(resource => resource.LogicalId), resource => resource.LogicalId)
            .Select(resource => resource.Type);
}
