using System.Text.Json.Serialization;

namespace Landfall.Hooks.Tasks;

/// <summary>What a task is started with (Amazon ECS API Reference, RunTask).</summary>
internal sealed record RunTaskRequest
{
    /// <summary>The cluster.</summary>
    public required string Cluster { get; init; }

    /// <summary>The ARN of the task definition.</summary>
    public required string TaskDefinition { get; init; }

    /// <summary>Starts it once, however often it is asked for.</summary>
    public required string ClientToken { get; init; }

    /// <summary>Who starts it, as ECS lists it.</summary>
    public required string StartedBy { get; init; }

    /// <summary>What its container is given.</summary>
    public required TaskOverride Overrides { get; init; }

    /// <summary>Where it is in the network.</summary>
    public required TaskNetwork NetworkConfiguration { get; init; }

    /// <summary>Not on Spot, whatever the service: nobody is to take it back half-way.</summary>
    public CapacityItem[] CapacityProviderStrategy { get; init; } = [new("FARGATE", 1)];

    /// <summary>Its tags are those of the task definition.</summary>
    public string PropagateTags { get; init; } = "TASK_DEFINITION";

    /// <summary>Tags it with the cluster.</summary>
    [JsonPropertyName("enableECSManagedTags")]
    public bool EnableManagedTags { get; init; } = true;

    /// <summary>A share of the tasks.</summary>
    /// <param name="CapacityProvider">Where they run.</param>
    /// <param name="Weight">The share.</param>
    internal sealed record CapacityItem(string CapacityProvider, int Weight);
}
