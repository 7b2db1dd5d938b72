using Landfall.Config.Tree;
using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Templates.Policies;

/// <summary>A statement of a policy. What only the deployment knows is left out of its lists.</summary>
/// <param name="Resource">The resource that the policy is in.</param>
/// <param name="Body">The statement.</param>
/// <param name="Path">The property that the policy is.</param>
internal sealed record PolicyStatement(TemplateResource Resource, ConfigNode Body, string Path)
{
    /// <summary>Allow or Deny.</summary>
    public string? Effect => Resource.Text(Body, "Effect");

    /// <summary>The actions.</summary>
    public IReadOnlyList<string> Actions => Texts("Action");

    /// <summary>The resources.</summary>
    public IReadOnlyList<string> Resources => Texts("Resource");

    /// <summary>True where there is a condition.</summary>
    public bool HasCondition => Resource.Find(Body, "Condition") is MapNode { Entries.Count: > 0 } or UnknownNode;

    /// <summary>True where it allows, without a condition.</summary>
    public bool Allows => Effect == "Allow" && !HasCondition;

    /// <summary>True for every resource.</summary>
    public bool OnEverything => Resources.Contains("*");

    /// <summary>True for everybody, or for everybody but some.</summary>
    public bool IsForEverybody => Resource.Find(Body, "NotPrincipal") is not null || Resource.Find(Body, "Principal") switch
    {
        ScalarNode { Text: "*" } => true,
        MapNode map => map.Entries.Any(e => e.Key is "AWS" or "*" && Resource.Items(map, e.Key).Any(item => item is ScalarNode { Text: "*" })),
        _ => false,
    };

    /// <summary>
    /// True where a condition says who may: by anything but what every caller can say of himself (Referer, UserAgent), how he calls, when,
    /// or from any address (IAM User Guide, AWS global condition context keys).
    /// </summary>
    public bool BoundsCallers => Resource.Find(Body, "Condition") switch
    {
        MapNode map => map.Entries.Any(e => Resource.Find(map, e.Key) is not MapNode keys || keys.Entries.Any(key => !IsAnybodys(keys, key.Key))),
        UnknownNode => true,
        _ => false,
    };

    /// <summary>The statement as a place.</summary>
    public Spot Spot => new(Body.Mark.Line, $"{Resource.Id}/{Path}");

    /// <summary>The place of a key of it.</summary>
    public Spot At(string key, string? detail = null) => new(Body.LineOf(key, Body.Mark.Line), $"{Resource.Id}/{Path}", detail);

    /// <summary>The statements of a property.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="path">The property.</param>
    /// <returns>The statements.</returns>
    public static IEnumerable<PolicyStatement> Of(TemplateResource resource, string path) => Of(resource, resource.Find(path), path);

    /// <summary>The statements of a policy.</summary>
    public static IEnumerable<PolicyStatement> Of(TemplateResource resource, ConfigNode? policy, string path) =>
        resource.Items(((policy as ScalarNode)?.Text ?? (policy as UnknownNode)?.Outline) is { } text ? PolicyText.Read(text, policy!.Mark) : policy, "Statement").Where(s => s is MapNode).Select(s => new PolicyStatement(resource, s, path));

    /// <summary>True where a condition's key stands in it.</summary>
    public bool Mentions(string key) =>
        Resource.Find(Body, "Condition") is MapNode map && map.Entries.Any(e => e.Value is MapNode keys && keys.Entries.Any(k => k.Key.Equals(key, StringComparison.OrdinalIgnoreCase)));

    private bool IsAnybodys(MapNode keys, string key) => key.ToLowerInvariant() switch
    {
        "aws:referer" or "aws:useragent" or "aws:securetransport" or "aws:currenttime" or "aws:epochtime" or "s3:tlsversion" => true,
        "aws:sourceip" => Resource.Items(keys, key).Any(block => block is ScalarNode { Text: var text } && text.EndsWith("/0", StringComparison.Ordinal)),
        _ => false,
    };

    private List<string> Texts(string key) => [.. Resource.Items(Body, key).OfType<ScalarNode>().Select(item => item.Text)];
}
