using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Changes;

/// <summary>Stands for what runs and what is wanted; it differs as soon as either does.</summary>
internal static class ChangeDigest
{
    /// <summary>Computes it.</summary>
    /// <param name="environment">The environment's name.</param>
    /// <param name="deployed">What runs.</param>
    /// <param name="wanted">The stacks that are to be deployed.</param>
    /// <param name="removed">The names of the stacks that are to be deleted.</param>
    /// <returns>64 hexadecimal digits.</returns>
    public static string Of(
        string environment, IReadOnlyList<DeployedStack> deployed, IReadOnlyList<AssemblyStack> wanted, IReadOnlyCollection<string> removed)
    {
        var all = new JsonObject
        {
            ["environment"] = environment,
            ["deployed"] = new JsonArray([.. deployed.OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => new JsonObject
            {
                ["name"] = s.Name,
                ["template"] = Sorted(s.Template),
                ["parameters"] = new JsonObject(s.Stack.Parameters.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value))),
            })]),
            ["wanted"] = new JsonArray([.. wanted.OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => new JsonObject { ["name"] = s.Name, ["template"] = Sorted(s.Template) })]),
            ["removed"] = new JsonArray([.. removed.Order(StringComparer.Ordinal).Select(n => (JsonNode)n)]),
        };
        return Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(all.ToJsonString())));
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => KeyValuePair.Create(e.Key, Sorted(e.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
