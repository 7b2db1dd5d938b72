using System.Text.Json.Nodes;
using Landfall.Operations.Changes.Evaluation;

namespace Landfall.Operations.Changes.Comparison;

/// <summary>A resource that changes: what it is, and what is wanted of it.</summary>
/// <param name="Before">What runs, or null.</param>
/// <param name="After">What is wanted, or null.</param>
/// <param name="Action">What CloudFormation does.</param>
/// <param name="Certainty">For a replacement: whether it is one for sure, or an update in place if AWS so decides.</param>
/// <param name="Differences">Where the properties differ.</param>
/// <param name="Causes">The properties that a replacement comes from.</param>
internal sealed record ComparedResource(
    EvaluatedResource? Before,
    EvaluatedResource? After,
    ResourceAction Action,
    Certainty Certainty,
    IReadOnlyList<PropertyDifference> Differences,
    IReadOnlyList<string> Causes)
{
    private EvaluatedResource Any => After ?? Before!;

    /// <summary>The stack's name.</summary>
    public string Stack => Any.Stack;

    /// <summary>Its name in the template.</summary>
    public string LogicalId => Any.LogicalId;

    /// <summary>Its type.</summary>
    public string Type => Any.Type;

    /// <summary>Where it stands in the program that made the template.</summary>
    public string Path => Any.Path;

    /// <summary>Whether what runs is no longer what is used, be it replaced or removed.</summary>
    public bool Goes => Action is ResourceAction.Replace or ResourceAction.Delete or ResourceAction.Retain;

    /// <summary>Whether what runs stays in the account although it goes.</summary>
    public bool IsKept => Action switch
    {
        ResourceAction.Retain => true,
        ResourceAction.Replace => Keeps(Before!.UpdateReplacePolicy) && Keeps(After!.UpdateReplacePolicy),
        _ => false,
    };

    /// <summary>Whether AWS keeps a snapshot of what goes.</summary>
    public bool IsSnapshot => Action switch
    {
        ResourceAction.Replace => Before!.UpdateReplacePolicy == "Snapshot" && After!.UpdateReplacePolicy == "Snapshot",
        ResourceAction.Delete => Before!.DeletionPolicy == "Snapshot",
        _ => false,
    };

    /// <summary>Gives a property of what runs.</summary>
    /// <param name="path">Its path.</param>
    /// <returns>The value, or null.</returns>
    public JsonNode? Was(string path) => At(Before, path);

    /// <summary>Gives a property of what is wanted.</summary>
    /// <param name="path">Its path.</param>
    /// <returns>The value, or null.</returns>
    public JsonNode? Is(string path) => At(After, path);

    /// <summary>Gives a property of what runs as text.</summary>
    /// <param name="path">Its path.</param>
    /// <returns>The text, or null where there is none.</returns>
    public string? WasText(string path) => Was(path) is JsonValue value ? value.GetValue<string>() : null;

    /// <summary>Gives a property of what is wanted as text.</summary>
    /// <param name="path">Its path.</param>
    /// <returns>The text, or null where there is none.</returns>
    public string? IsText(string path) => Is(path) is JsonValue value ? value.GetValue<string>() : null;

    /// <summary>Whether a property differs.</summary>
    /// <param name="path">Its path.</param>
    /// <returns>True when it, or a part of it, does.</returns>
    public bool Differs(string path) => Differences.Any(d => d.Touches(path));

    /// <summary>Whether a policy keeps a resource.</summary>
    /// <param name="policy">A deletion or replacement policy.</param>
    /// <returns>True for those that retain.</returns>
    public static bool Keeps(string? policy) => policy is "Retain" or "RetainExceptOnCreate";

    private static JsonNode? At(EvaluatedResource? resource, string path)
    {
        JsonNode? node = resource?.Properties;
        foreach (var key in path.Split('/'))
            node = (node as JsonObject)?[key];
        return node;
    }
}
