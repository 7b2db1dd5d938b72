using System.Text.Json.Serialization;

namespace Landfall.Config.Plan;

/// <summary>One service of the application: one stack.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(WebServicePlan), "web")]
[JsonDerivedType(typeof(InternalServicePlan), "internal")]
[JsonDerivedType(typeof(WorkerServicePlan), "worker")]
[JsonDerivedType(typeof(JobServicePlan), "job")]
[JsonDerivedType(typeof(LoadTestServicePlan), "loadTest")]
[JsonDerivedType(typeof(SiteServicePlan), "site")]
public abstract record ServicePlan
{
    /// <summary>Its name in AWS, and in the rest of the plan: the one under which it was first deployed. The last part of its stack's name.</summary>
    public required string Name { get; init; }

    /// <summary>Its name in the file today, for people; not <see cref="Name"/> where <c>was</c> says that it was renamed.</summary>
    public required string Title { get; init; }

    /// <summary>
    /// What the service uses, in the file's order: the one list from which grants, security-group rules, environment
    /// variables, the diagram and the topology come. A worker's queue, a site's API and a load test's target are in it too.
    /// </summary>
    public required IReadOnlyList<UsePlan> Uses { get; init; }
}
