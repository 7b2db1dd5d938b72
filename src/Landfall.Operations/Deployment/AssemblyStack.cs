using System.Text.Json.Nodes;

namespace Landfall.Operations.Deployment;

/// <summary>One stack of a cloud assembly: what is wanted.</summary>
/// <param name="Id">Its id in the assembly.</param>
/// <param name="Name">Its name in CloudFormation.</param>
/// <param name="Dependencies">Ids of the artifacts that come before it.</param>
/// <param name="TemplateFile">The template's file name inside the assembly.</param>
/// <param name="Template">The template. Whoever wants another one changes a deep copy.</param>
internal sealed record AssemblyStack(
    string Id, string Name, IReadOnlyList<string> Dependencies, string TemplateFile, JsonObject Template)
{
    /// <summary>Its tags, which CloudFormation gives to its resources, too.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The region that it is deployed to, or null where its author leaves that open.</summary>
    public string? Region { get; init; }

    /// <summary>Whether AWS is to refuse its deletion.</summary>
    public bool TerminationProtection { get; init; }

    /// <summary>What is in it, in its author's words, or null.</summary>
    public string? Description => (string?)Template["Description"];

    /// <summary>The type of each of its resources.</summary>
    public IReadOnlyList<string> ResourceTypes { get; } =
        [.. (Template["Resources"] as JsonObject ?? []).Select(r => (string)r.Value!["Type"]!)];
}
