using Landfall.Config.Tree;

namespace Landfall.Operations.Migration.Copilot;

/// <summary>A manifest of AWS Copilot's.</summary>
/// <param name="Name">The service's, job's, environment's or pipeline's name.</param>
/// <param name="Type">Its type as it spells it; empty for a pipeline's.</param>
/// <param name="File">The file, relative to the repository, with slashes.</param>
/// <param name="Root">What is in it.</param>
internal sealed record CopilotManifest(string Name, string Type, string File, MapNode Root)
{
    /// <summary>Its name in the new file.</summary>
    public string Key { get; } = NewName.Of(Name);

    /// <summary>What environments say in it that differs.</summary>
    public MapNode? Environments => Root.Find("environments")?.Value as MapNode;

    /// <summary>The manifest as an environment has it.</summary>
    /// <param name="environment">The environment, or null for what all have.</param>
    /// <returns>The mapping, without <c>environments</c>; what the environment says has a layer more.</returns>
    public MapNode In(string? environment)
    {
        var below = new MapNode(Root.Mark, [.. Root.Entries.Where(e => e.Key != "environments")]);
        return environment is not null && Environments?.Find(environment)?.Value is MapNode above
            ? TreeMerge.Merge(below, above, 1, _ => false)
            : below;
    }
}
