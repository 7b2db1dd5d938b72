using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Landfall.Operations.Deployment.Passes;

/// <summary>
/// The assembly of one run: a copy of the synthesised one's descriptions, with the run's templates and order. Assets stay
/// where they are; the synthesised folder, which belongs to the user, is not touched.
/// </summary>
internal static class PassAssembly
{
    private const string Manifest = "manifest.json";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Writes the assembly of a run.</summary>
    /// <param name="assembly">The synthesised assembly.</param>
    /// <param name="run">The operations of the run, all of them deployments.</param>
    /// <param name="folder">Where to write; emptied first.</param>
    /// <returns>The assembly to deploy: the given one when the run wants nothing else.</returns>
    public static Assembly Of(Assembly assembly, IReadOnlyList<StackOperation> run, string folder)
    {
        var synthesised = assembly.Stacks.ToDictionary(s => s.Id, StringComparer.Ordinal);
        var changed = run.Where(o => !JsonNode.DeepEquals(synthesised[o.Wanted!.Id].Template, o.Template)).ToList();
        var position = run.Select((o, i) => (o.Stack, i)).ToDictionary(o => o.Stack, o => o.i, StringComparer.Ordinal);
        if (changed.Count == 0 && run.All(o => InOrder(o, assembly, position)))
            return assembly;

        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(assembly.Folder, "*.json").Concat(Directory.EnumerateFiles(assembly.Folder, "cdk.out")))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));

        var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, Manifest)))!;
        var artifacts = manifest["artifacts"]!.AsObject();
        foreach (var (_, artifact) in artifacts.Where(a => (string?)a.Value!["type"] == "cdk:asset-manifest"))
            PointAtAssets(Path.Combine(folder, (string)artifact!["properties"]!["file"]!), assembly.Folder);
        foreach (var operation in changed)
            Rewrite(folder, artifacts, operation);
        var ids = run.ToDictionary(o => o.Stack, o => o.Wanted!.Id, StringComparer.Ordinal);
        foreach (var operation in run)
            Reorder(artifacts, operation, ids);
        File.WriteAllText(Path.Combine(folder, Manifest), manifest.ToJsonString(Indented));
        return assembly with { Folder = folder };
    }

    private static bool InOrder(StackOperation operation, Assembly assembly, Dictionary<string, int> position)
    {
        var names = assembly.Stacks.ToDictionary(s => s.Id, s => s.Name, StringComparer.Ordinal);
        var given = operation.Wanted!.Dependencies.Select(d => names.GetValueOrDefault(d)).OfType<string>().Where(position.ContainsKey);
        return given.ToHashSet(StringComparer.Ordinal).SetEquals(operation.After.Where(position.ContainsKey));
    }

    /// <summary>Sources of assets are paths within the folder: they become paths to where the assets are.</summary>
    private static void PointAtAssets(string file, string assets)
    {
        var manifest = JsonNode.Parse(File.ReadAllText(file))!;
        foreach (var asset in new[] { "files", "dockerImages" }.SelectMany(kind => manifest[kind] as JsonObject ?? []))
        {
            if (asset.Value?["source"] is not JsonObject source)
                continue;
            foreach (var key in new[] { "path", "directory" })
            {
                // A template is in the copy itself.
                if (source[key] is { } path && !path.ToString().EndsWith(".template.json", StringComparison.Ordinal))
                    source[key] = Path.GetFullPath(Path.Combine(assets, path.ToString()));
            }
        }

        File.WriteAllText(file, manifest.ToJsonString(Indented));
    }

    /// <summary>
    /// Writes another template. The CDK uploads a template as an asset that is named by its content's hash, in the asset
    /// manifest and in the address that the stack is deployed from.
    /// </summary>
    private static void Rewrite(string folder, JsonObject artifacts, StackOperation operation)
    {
        var stack = operation.Wanted!;
        var content = JsonSerializer.SerializeToUtf8Bytes(operation.Template, Indented);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        File.WriteAllBytes(Path.Combine(folder, stack.TemplateFile), content);

        var properties = artifacts[stack.Id]!["properties"]!.AsObject();
        if (properties["stackTemplateAssetObjectUrl"] is not { } url)
            return; // without the modern bootstrap the CDK CLI uploads the template by itself

        var old = Path.GetFileNameWithoutExtension(url.ToString());
        properties["stackTemplateAssetObjectUrl"] = url.ToString().Replace(old, hash, StringComparison.Ordinal);
        foreach (var (_, artifact) in artifacts.Where(a => (string?)a.Value!["type"] == "cdk:asset-manifest"))
        {
            var file = Path.Combine(folder, (string)artifact!["properties"]!["file"]!);
            var text = File.ReadAllText(file);
            if (JsonNode.Parse(text)!["files"] is JsonObject files && files.Any(f => f.Value?["source"]?["path"]?.ToString() == stack.TemplateFile))
                File.WriteAllText(file, text.Replace(old, hash, StringComparison.Ordinal));
        }
    }

    private static void Reorder(JsonObject artifacts, StackOperation operation, Dictionary<string, string> ids)
    {
        var artifact = artifacts[operation.Wanted!.Id]!.AsObject();
        var others = (artifact["dependencies"] as JsonArray ?? []).Select(d => (string)d!).Where(d => (string?)artifacts[d]?["type"] != "aws:cloudformation:stack");
        var before = operation.After.Where(ids.ContainsKey).Select(name => ids[name]);
        artifact["dependencies"] = new JsonArray([.. others.Concat(before).Select(d => JsonValue.Create(d))]);
    }
}
