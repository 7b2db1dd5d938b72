using System.Text.Json.Nodes;

namespace Landfall.Transitions.Tests.Keys;

/// <summary>
/// Edits of a file, written as <c>path = value</c> with <c>&amp;</c> between them. The path goes from key to key with
/// slashes; <c>null</c> takes the key out.
/// </summary>
internal static class FileEdit
{
    public static JsonObject Apply(JsonObject file, string? edits)
    {
        var copy = file.DeepClone().AsObject();
        foreach (var (path, value) in Read(edits))
        {
            var parent = copy;
            foreach (var key in path[..^1])
                parent = (JsonObject)(parent[key] ??= new JsonObject());
            if (value is null)
                parent.Remove(path[^1]);
            else
                parent[path[^1]] = value;
        }

        return copy;
    }

    public static IEnumerable<(string[] Path, JsonNode? Value)> Read(string? edits) =>
        (edits ?? "").Split(" & ", StringSplitOptions.RemoveEmptyEntries).Select(edit =>
        {
            var parts = edit.Split(" = ", 2);
            // A path of a service's own has slashes too: they are written as bars.
            return (parts[0].Trim().Split('/').Select(p => p.Replace('|', '/')).ToArray(), JsonNode.Parse(parts[1]));
        });
}
