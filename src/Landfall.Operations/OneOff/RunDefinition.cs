using System.Text.Json.Nodes;
using Landfall.Aws.Containers;

namespace Landfall.Operations.OneOff;

/// <summary>A task definition, and the container in it that runs the program of the service.</summary>
/// <param name="json">The task definition, as it can be registered.</param>
/// <param name="container">The container's name.</param>
internal sealed class RunDefinition(JsonObject json, string container)
{
    /// <summary>The container's image.</summary>
    public string Image => (string?)Main(json)["image"] ?? "";

    /// <summary>The role that starts the tasks, and reads their secrets.</summary>
    public string ExecutionRole => (string?)json["executionRoleArn"] ?? "";

    /// <summary>Where the container writes; null where that is not CloudWatch Logs.</summary>
    public ContainerLog? Log => Main(json)["logConfiguration"]?["options"] is { } options && options["awslogs-group"] is { } group && options["awslogs-stream-prefix"] is { } prefix
        ? new ContainerLog(container, (string)group!, (string)prefix!)
        : null;

    /// <summary>The variables whose values ECS reads from Secrets Manager.</summary>
    public IReadOnlyList<string> Secrets => [.. Items(Main(json), "secrets").Select(NameOf)];

    /// <summary>The same task definition under a name of its own, of which more variables are read from a secret.</summary>
    /// <param name="arn">The secret's ARN.</param>
    /// <param name="names">The variables, each a key of the secret.</param>
    /// <returns>What to register.</returns>
    public JsonObject With(string arn, IReadOnlyCollection<string> names)
    {
        var copy = json.DeepClone().AsObject();
        // No service's name has an underscore, so that the family is no other's, and CloudFormation finds its own as it left it.
        copy["family"] = $"{(string)copy["family"]!}_run";
        var main = Main(copy);
        // "The secret name must be unique and not shared with any new or existing environment variables set on the container" (ECS).
        main["environment"] = new JsonArray([.. Items(main, "environment").Where(one => !names.Contains(NameOf(one))).Select(one => one.DeepClone())]);
        main["secrets"] = new JsonArray(
        [
            .. Items(main, "secrets").Where(one => !names.Contains(NameOf(one))).Select(one => one.DeepClone()),
            .. names.Select(name => (JsonNode)new JsonObject { ["name"] = name, ["valueFrom"] = $"{arn}:{name}::" }),
        ]);
        return copy;
    }

    private JsonObject Main(JsonObject definition) => Items(definition, "containerDefinitions").First(one => NameOf(one) == container);

    private static IEnumerable<JsonObject> Items(JsonObject node, string name) => (node[name] as JsonArray ?? []).OfType<JsonObject>();

    private static string NameOf(JsonObject one) => (string)one["name"]!;
}
