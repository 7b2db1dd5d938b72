using System.Text.Json;
using System.Text.Json.Nodes;
using Landfall.Config;
using Landfall.Operations.Synthesis;

namespace Landfall.Operations.Projects;

/// <summary>
/// The version of Landfall that a repository is for, in its .NET tool manifest: what deploys differently on another machine is
/// refused. Manifests are looked for where the .NET CLI does ("How to manage .NET tools", Install a local tool).
/// </summary>
internal static class PinnedVersion
{
    private static readonly string[] Manifests = [Path.Combine(".config", "dotnet-tools.json"), "dotnet-tools.json"];

    /// <summary>Refuses to work on a project that is for another version.</summary>
    /// <param name="root">The project's folder.</param>
    /// <exception cref="LandfallException">It is.</exception>
    public static void Require(string root)
    {
        if (Find(root) is { } pinned && pinned.Version != LandfallVersion.Current)
        {
            throw new LandfallException(
                ErrorCodes.VersionPinned,
                $"'{pinned.File}' pins landfall {pinned.Version}, but this is landfall {LandfallVersion.Current}. Run 'dotnet tool restore', and 'dotnet landfall' in place of 'landfall'; or pin this one with 'dotnet tool update landfall --version {LandfallVersion.Current}'.");
        }
    }

    /// <summary>Finds the version that a repository is for.</summary>
    /// <param name="root">The project's folder.</param>
    /// <returns>The manifest and the version; null where none pins one.</returns>
    public static (string File, string Version)? Find(string root)
    {
        for (var folder = Path.GetFullPath(root); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            foreach (var file in Manifests.Select(name => Path.Combine(folder, name)).Where(File.Exists))
            {
                if (Read(file) is not { } manifest)
                    continue; // the .NET CLI says what is wrong with it
                if ((string?)manifest["tools"]?["landfall"]?["version"] is { } version)
                    return (file, version);
                if ((bool?)manifest["isRoot"] == true)
                    return null;
            }

            if (Path.Exists(Path.Combine(folder, ".git")))
                return null; // above the repository is what belongs to others
        }

        return null;
    }

    private static JsonObject? Read(string file)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(file)) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
