using System.Text.Json;
using System.Text.Json.Nodes;
using Landfall.Operations.Changes;

namespace Landfall.Operations.Tests.Changes.Rules;

/// <summary>Changes one resource and says what is found, a line for each effect and refusal.</summary>
internal static class Judge
{
    /// <summary>What it means that a resource's properties change; null for a resource that is not there.</summary>
    public static IReadOnlyList<string> Change(string type, string? before, string? after, string policy = "Delete") =>
        Lines(Find(Resource(type, before, policy), Resource(type, after, policy)));

    /// <summary>What it means that all resources of a template change.</summary>
    public static Change Find(string before, string after) => Environments.Change(before, after);

    /// <summary>Kind and harm of each effect; refusals first.</summary>
    public static IReadOnlyList<string> Lines(Change change) =>
    [
        .. change.Refused.Select(_ => "refused").Distinct(),
        .. change.Effects.Select(e => $"{JsonNamingPolicy.CamelCase.ConvertName(e.Kind.ToString())}{(e.Certainty == Certainty.Possible ? "?" : "")}{(e.Harmful ? "!" : "")}").Distinct(),
    ];

    private static string Resource(string type, string? properties, string policy) => properties is null
        ? "{}"
        : new JsonObject
        {
            ["Thing"] = new JsonObject
            {
                ["Type"] = type,
                ["Properties"] = JsonNode.Parse(properties),
                ["DeletionPolicy"] = policy,
                ["UpdateReplacePolicy"] = policy,
            },
        }.ToJsonString();
}
