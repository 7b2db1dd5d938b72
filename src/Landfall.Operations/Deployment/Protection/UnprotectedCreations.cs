using System.Text.Json.Nodes;

namespace Landfall.Operations.Deployment.Protection;

/// <summary>
/// Has the CDK CLI create stacks without termination protection, which it would otherwise turn on before anything is in
/// them: a failed creation could not be deleted then. The assembly is as before once this is disposed.
/// </summary>
internal sealed class UnprotectedCreations : IDisposable
{
    private readonly string _file;
    private readonly string? _original;

    /// <summary>Changes an assembly.</summary>
    /// <param name="folder">The assembly's folder.</param>
    /// <param name="ids">The ids of the stacks that are to be created.</param>
    public UnprotectedCreations(string folder, IReadOnlyCollection<string> ids)
    {
        _file = Path.Combine(folder, "manifest.json");
        var text = File.ReadAllText(_file);
        var manifest = JsonNode.Parse(text)!;
        var found = ids.Select(id => manifest["artifacts"]?[id]?["properties"] as JsonObject)
            .OfType<JsonObject>().Where(p => (bool?)p["terminationProtection"] == true).ToList();
        if (found.Count == 0)
            return;
        foreach (var properties in found)
            properties["terminationProtection"] = false;
        _original = text;
        File.WriteAllText(_file, manifest.ToJsonString());
    }

    public void Dispose()
    {
        if (_original is not null)
            File.WriteAllText(_file, _original);
    }
}
