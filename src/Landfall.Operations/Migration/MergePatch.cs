using System.Text.Json.Nodes;

namespace Landfall.Operations.Migration;

/// <summary>
/// What has to be laid over one mapping to have another, by the rules of <c>environments</c>: mappings merge, all else replaces,
/// and null removes (RFC 7396, JSON Merge Patch).
/// </summary>
internal static class MergePatch
{
    /// <summary>Finds it.</summary>
    /// <param name="below">What it is laid over.</param>
    /// <param name="wanted">What is to come of it.</param>
    /// <returns>The patch; empty where both are the same.</returns>
    public static JsonObject Between(JsonObject below, JsonObject wanted)
    {
        var patch = new JsonObject();
        foreach (var (key, value) in wanted)
        {
            if (!below.TryGetPropertyValue(key, out var before))
                patch[key] = value?.DeepClone();
            else if (before is JsonObject under && value is JsonObject over)
                Put(key, Between(under, over));
            else if (!JsonNode.DeepEquals(before, value))
                patch[key] = value?.DeepClone();
        }

        foreach (var (key, _) in below.Where(entry => !wanted.ContainsKey(entry.Key)))
            patch[key] = null;
        return patch;

        void Put(string key, JsonObject inner)
        {
            if (inner.Count > 0)
                patch[key] = inner;
        }
    }
}
