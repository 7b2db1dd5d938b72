using System.Text.Json;
using System.Text.Json.Nodes;
using Landfall.Operations;

namespace Landfall.Mcp.Resources;

/// <summary>Hides what variables hold: with <c>${env:…}</c> in the file it may come from the person's own environment.</summary>
internal static class HiddenValues
{
    private const string Hidden = "(hidden)";

    // Of the plan: variables of tasks, and arguments of builds. Of templates: variables of containers, of functions, and of builds.
    private static readonly HashSet<string> Tables = new(["env", "args", "environment", "variables", "environmentVariables"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Hides them.</summary>
    /// <param name="json">A plan or a template.</param>
    /// <returns>The same without.</returns>
    public static string Of(string json)
    {
        var root = JsonNode.Parse(json)!;
        Visit(root);
        return root.ToJsonString(ResultJson.OneLine);
    }

    private static void Visit(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (var one in list)
                Visit(one);
        }

        if (node is not JsonObject table)
            return;
        foreach (var (name, value) in table.ToList())
        {
            if (Tables.Contains(name))
                Hide(value);
            Visit(value);
        }
    }

    private static void Hide(JsonNode? value)
    {
        if (value is JsonObject table)
        {
            foreach (var name in table.Where(one => one.Value is JsonValue text && text.GetValueKind() == JsonValueKind.String).Select(one => one.Key).ToList())
                table[name] = Hidden;
        }

        if (value is not JsonArray list)
            return;
        foreach (var variable in list.OfType<JsonObject>().Where(one => one["Value"] is not null))
            variable["Value"] = Hidden;
    }
}
