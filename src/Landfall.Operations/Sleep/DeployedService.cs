using System.Globalization;
using System.Text.Json.Nodes;
using Landfall.Operations.Changes.Evaluation;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Sleep;

/// <summary>A service as it was deployed: the file may have changed since, and says nothing of what runs.</summary>
/// <param name="Cluster">Its cluster.</param>
/// <param name="Name">Its name.</param>
/// <param name="Least">Smallest number of tasks by day.</param>
/// <param name="Most">Largest number of tasks by day.</param>
/// <param name="HasLimits">True when Application Auto Scaling holds the limits; otherwise the number is fixed.</param>
internal sealed record DeployedService(string Cluster, string Name, int Least, int Most, bool HasLimits)
{
    /// <summary>Finds an environment's services that run tasks by day.</summary>
    /// <param name="stacks">Its deployed stacks.</param>
    /// <returns>The services, in order of name.</returns>
    public static IReadOnlyList<DeployedService> In(IEnumerable<DeployedStack> stacks) =>
    [
        .. stacks.SelectMany(Of).Where(service => service.Most > 0).OrderBy(service => service.Name, StringComparer.Ordinal),
    ];

    private static IEnumerable<DeployedService> Of(DeployedStack stack)
    {
        var resources = new Running([stack]).Resources(stack.Name).Values;
        var targets = resources.Where(resource => resource.Type == "AWS::ApplicationAutoScaling::ScalableTarget").Select(target => target.Properties).ToList();
        foreach (var service in resources.Where(resource => resource.Type == "AWS::ECS::Service").Select(service => service.Properties))
        {
            // A service of somebody's own stack may leave its name to CloudFormation: Landfall did not make it, nor does it stop it.
            if (Literal(service["ServiceName"]) is not { } name || Literal(service["Cluster"]) is not { } cluster)
                continue;
            var limits = targets.Find(target => Literal(target["ResourceId"]) == $"service/{cluster}/{name}");
            var count = Number(service["DesiredCount"]);
            yield return limits is null
                ? new DeployedService(cluster, name, count, count, HasLimits: false)
                : new DeployedService(cluster, name, Number(limits["MinCapacity"]), Number(limits["MaxCapacity"]), HasLimits: true);
        }
    }

    /// <summary>A value that is not AWS's alone.</summary>
    private static string? Literal(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && !text.Contains("${", StringComparison.Ordinal) ? text : null;

    private static int Number(JsonNode? node) => int.TryParse(Literal(node), CultureInfo.InvariantCulture, out var number) ? number : 0;
}
