using System.Text;
using k8s.Models;
using Landfall.Kubernetes.Snapshots;

namespace Landfall.Kubernetes.Diagnosis;

/// <summary>The variables of a container with their values, those of config maps and secrets too as far as the snapshot has them.</summary>
internal static class Variables
{
    /// <returns>Each name with its value, and whether the value is a secret, which no finding may print.</returns>
    public static IReadOnlyDictionary<string, (string Value, bool IsSecret)> Of(V1Container container, ClusterSnapshot snapshot)
    {
        var all = new Dictionary<string, (string, bool)>(StringComparer.Ordinal);
        foreach (var from in container.EnvFrom ?? [])
        {
            foreach (var (key, value) in Map(snapshot, from.ConfigMapRef?.Name))
                all[from.Prefix + key] = (value, false);
            foreach (var (key, value) in Secret(snapshot, from.SecretRef?.Name))
                all[from.Prefix + key] = (value, true);
        }
        foreach (var variable in container.Env ?? [])
        {
            if (!string.IsNullOrEmpty(variable.Value))
                all[variable.Name] = (variable.Value, false);
            else if (variable.ValueFrom?.ConfigMapKeyRef is { } map && Map(snapshot, map.Name).TryGetValue(map.Key, out var shown))
                all[variable.Name] = (shown, false);
            else if (variable.ValueFrom?.SecretKeyRef is { } secret && Secret(snapshot, secret.Name).TryGetValue(secret.Key, out var hidden))
                all[variable.Name] = (hidden, true);
        }
        return all;
    }

    private static IDictionary<string, string> Map(ClusterSnapshot snapshot, string? name) =>
        snapshot.ConfigMaps.Concat(snapshot.Applied.OfType<V1ConfigMap>()).FirstOrDefault(map => map.Metadata.Name == name && map.Data is not null)?.Data ?? new Dictionary<string, string>();

    private static Dictionary<string, string> Secret(ClusterSnapshot snapshot, string? name)
    {
        var values = new Dictionary<string, string>();
        foreach (var secret in snapshot.Secrets.Concat(snapshot.Applied.OfType<V1Secret>()).Where(secret => secret.Metadata.Name == name))
        {
            foreach (var (key, value) in secret.Data ?? new Dictionary<string, byte[]>())
                values[key] = Encoding.UTF8.GetString(value);
            foreach (var (key, value) in secret.StringData ?? new Dictionary<string, string>())
                values[key] = value;
        }
        return values;
    }
}
