using System.Text.Json.Nodes;
using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Passes;

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
        .. stacks.SelectMany(stack => In(stack.Template)).Where(service => service.Most > 0).OrderBy(service => service.Name, StringComparer.Ordinal),
    ];

    private static IEnumerable<DeployedService> In(JsonObject template)
    {
        var targets = template.OfType("AWS::ApplicationAutoScaling::ScalableTarget").Select(target => target.Entry["Properties"]!).ToList();
        foreach (var (_, service) in template.OfType("AWS::ECS::Service"))
        {
            // A service of somebody's own stack may leave its name to CloudFormation: Landfall did not make it, nor does it stop it.
            if (TemplateParts.Literal(service["Properties"]?["ServiceName"]) is not { } name
                || TemplateParts.Literal(service["Properties"]?["Cluster"]) is not { } cluster)
            {
                continue;
            }

            var limits = targets.Find(target => TemplateParts.Literal(target["ResourceId"]) == $"service/{cluster}/{name}");
            var count = Number(service["Properties"]!["DesiredCount"]);
            yield return limits is null
                ? new DeployedService(cluster, name, count, count, HasLimits: false)
                : new DeployedService(cluster, name, Number(limits["MinCapacity"]), Number(limits["MaxCapacity"]), HasLimits: true);
        }
    }

    private static int Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var number) ? number : 0;
}
