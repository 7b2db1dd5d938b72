using System.Text.Json.Nodes;

namespace Landfall.Aws.Containers;

/// <summary>What a container of a single task is given instead of what its task definition says. All of it can be read in the account.</summary>
/// <param name="Container">The container's name in the task definition.</param>
/// <param name="Command">The command, as words, behind the entry point that the image has.</param>
/// <param name="Environment">Variables besides those of the task definition, or in their place.</param>
public sealed record ContainerOverride(string Container, IReadOnlyList<string> Command, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>"A total of 8192 characters are allowed for overrides": ECS API Reference, RunTask, overrides.</summary>
    public const int MostCharacters = 8192;

    /// <summary>Writes it as RunTask takes it.</summary>
    /// <returns>The overrides of a task.</returns>
    public JsonObject ToJson()
    {
        var container = new JsonObject { ["name"] = Container };
        if (Command.Count > 0)
            container["command"] = new JsonArray([.. Command.Select(word => (JsonNode)word)]);
        if (Environment.Count > 0)
            container["environment"] = new JsonArray([.. Environment.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => (JsonNode)new JsonObject { ["name"] = one.Key, ["value"] = one.Value })]);
        return new JsonObject { ["containerOverrides"] = new JsonArray(container) };
    }
}
