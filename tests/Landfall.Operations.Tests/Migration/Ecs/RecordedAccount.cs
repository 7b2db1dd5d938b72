using System.Text.Json.Nodes;
using Landfall.Operations.Migration.Ecs;

namespace Landfall.Operations.Tests.Migration.Ecs;

/// <summary>A service as ECS, Elastic Load Balancing and Auto Scaling describe it, with what a test says besides.</summary>
internal static class RecordedAccount
{
    private const string Service = """
        { "serviceArn": "arn:aws:ecs:eu-west-1:111122223333:service/shop/api", "serviceName": "api", "clusterArn": "arn:aws:ecs:eu-west-1:111122223333:cluster/shop",
          "status": "ACTIVE", "desiredCount": 2, "runningCount": 2, "pendingCount": 0, "launchType": "FARGATE", "events": [{ "id": "1" }], "schedulingStrategy": "REPLICA" }
        """;

    private const string Definition = """
        { "taskDefinitionArn": "arn:aws:ecs:eu-west-1:111122223333:task-definition/api:7", "family": "api", "revision": 7, "cpu": "512", "memory": "1024",
          "networkMode": "awsvpc", "requiresCompatibilities": ["FARGATE"], "volumes": [],
          "containerDefinitions": [{ "name": "app", "image": "example.com/api:1", "essential": true, "cpu": 0, "portMappings": [{ "containerPort": 3000, "hostPort": 3000, "protocol": "tcp" }] }] }
        """;

    /// <summary>Migrates one service.</summary>
    /// <param name="service">What is laid over the service.</param>
    /// <param name="container">What is laid over its container.</param>
    /// <param name="definition">What is laid over its task definition.</param>
    /// <param name="more">What there is besides: <c>targetGroups</c>, <c>scaling</c>.</param>
    public static EcsMigration Migrate(string service = "{}", string container = "{}", string definition = "{}", string more = "{}")
    {
        var task = Over(Definition, definition);
        if (task["containerDefinitions"] is JsonArray { Count: 1 } list)
            task["containerDefinitions"] = new JsonArray(Over(list[0]!.ToJsonString(), container));
        var whole = Over(new JsonObject { ["service"] = Settings.OfService(Over(Service, service)), ["taskDefinition"] = Settings.OfTaskDefinition(task) }.ToJsonString(), more);
        return Of(new JsonObject { ["services"] = new JsonObject { ["shop/api"] = whole } });
    }

    /// <summary>Migrates a document.</summary>
    public static EcsMigration Of(JsonObject document) => EcsMigration.Of((JsonObject)Settings.Clean(document)!, "shop", "eu-west-1", "dev");

    private static JsonObject Over(string below, string above)
    {
        var whole = JsonNode.Parse(below)!.AsObject();
        foreach (var (key, value) in JsonNode.Parse(above)!.AsObject())
            whole[key] = value?.DeepClone();
        return whole;
    }
}
