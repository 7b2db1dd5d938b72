using System.Text.Json;

namespace Landfall.Kubernetes.Kubectl;

/// <summary>Reads <c>logs.json</c>: lines as they were written under <c>raw</c>, samples of errors under <c>errors</c>.</summary>
internal static class IncidentLogs
{
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Read(JsonElement? file)
    {
        var logs = new Dictionary<string, List<string>>();
        if (file is not { ValueKind: JsonValueKind.Object } root)
            return new Dictionary<string, IReadOnlyList<string>>();
        if (root.TryGetProperty("raw", out var raw))
        {
            foreach (var workload in raw.EnumerateObject())
                Add(workload.Name, Lines(workload.Value));
        }
        if (root.TryGetProperty("errors", out var errors))
        {
            foreach (var workload in errors.EnumerateObject())
                Add(workload.Name, Samples(workload.Value));
        }
        return logs.ToDictionary(entry => entry.Key, entry => (IReadOnlyList<string>)entry.Value);

        void Add(string workload, IEnumerable<string> lines)
        {
            if (!logs.TryGetValue(workload, out var known))
                logs[workload] = known = [];
            known.AddRange(lines);
        }
    }

    private static IEnumerable<string> Lines(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().Select(line => line.ToString()),
        JsonValueKind.String => value.GetString()!.Split('\n'),
        _ => [],
    };

    // Older recordings hold the summary as text.
    private static IEnumerable<string> Samples(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            try
            {
                value = JsonSerializer.Deserialize<JsonElement>(value.GetString()!);
            }
            catch (JsonException)
            {
                return value.GetString()!.Split('\n');
            }
        }
        return value.ValueKind == JsonValueKind.Object && value.TryGetProperty("patterns", out var patterns)
            ? patterns.EnumerateArray().Select(pattern => pattern.GetProperty("sample").ToString())
            : [];
    }
}
