using System.Text.Json.Nodes;
using Landfall.Config.Binding;
using Landfall.Config.Regions;

namespace Landfall.Config.Overrides;

/// <summary>Holds a patch of a resource against CloudFormation's schema of the resource's type.</summary>
internal static class PatchCheck
{
    private const int ShownNames = 40;

    // CloudFormation User Guide, "DeletionPolicy attribute" and "UpdateReplacePolicy attribute".
    private static readonly Dictionary<string, string[]> Policies = new(StringComparer.Ordinal)
    {
        ["DeletionPolicy"] = ["Delete", "Retain", "RetainExceptOnCreate", "Snapshot"],
        ["UpdateReplacePolicy"] = ["Delete", "Retain", "Snapshot"],
    };

    /// <summary>Where what is newer than the table can be written: the end of a message.</summary>
    private static string Newer => $"What CloudFormation has learned after {ResourceSchemas.Written} is set in C# (docs/extend.md).";

    /// <summary>Finds what CloudFormation would refuse.</summary>
    /// <param name="type">The resource's type; one that the table does not have is not checked.</param>
    /// <param name="property">The property's path, for example <c>Properties.Cpu</c>.</param>
    /// <param name="value">The new value, or null to delete the property.</param>
    /// <param name="region">The region, or null where it is not known.</param>
    /// <returns>The faults.</returns>
    public static IReadOnlyList<OverrideFault> Faults(string type, string property, JsonNode? value, RegionCapabilities? region)
    {
        var path = PatchPath.Split(property);
        if (Policies.TryGetValue(property, out var words))
        {
            return value is null || words.Contains(value.ToString(), StringComparer.Ordinal) ? [] : [Wrong(property, $"is '{value}', which is none of {string.Join(", ", words)}")];
        }

        return path[0] == "Properties" && ResourceSchemas.Find(type) is { } schema ? [.. OfProperties(schema, property, path, value, region)] : [];
    }

    private static IEnumerable<OverrideFault> OfProperties(ResourceSchema schema, string property, IReadOnlyList<string> path, JsonNode? value, RegionCapabilities? region)
    {
        SchemaNode? node = schema.Root;
        var passed = "";
        for (var i = 1; i < path.Count && node is { } here; i++)
        {
            if (PatchPath.IsFunction(path[i]))
            {
                yield break;
            }

            var last = i == path.Count - 1;
            if (last && value is null && here.Required.Contains(path[i]))
            {
                yield return Wrong(property, $"is needed in {schema.Type}: CloudFormation refuses the resource without it");
                yield break;
            }

            var below = SchemaWalk.Below(here, path[i]);
            if (below.Unknown is { } unknown)
            {
                yield return new OverrideFault(ErrorCodes.OverrideProperty, $"'{property}': {Owner(schema.Type, passed)} {Unknown(unknown, path[i], property)} {Newer}");
                yield break;
            }

            passed = $"{passed}/{(below.IsItem ? "*" : path[i])}".TrimStart('/');
            if (schema.ReadOnly.Contains(passed))
            {
                yield return new OverrideFault(ErrorCodes.OverrideProperty, $"'{property}': AWS alone sets {passed} of {schema.Type}. Remove the patch.");
                yield break;
            }

            if (region?.MissingProperties.Contains($"{schema.Type}/{passed}") == true)
            {
                yield return new OverrideFault(ErrorCodes.OverrideProperty, $"'{property}': {region.Name} does not have {passed} of {schema.Type}. Remove the patch in its environments.");
                yield break;
            }

            node = below.Node;
        }

        if (node is { } judged && value is not null)
        {
            foreach (var (place, fault) in ValueCheck.Faults(judged, value))
            {
                yield return Wrong(property + place, fault);
            }
        }
    }

    private static string Owner(string type, string passed) => passed.Length == 0 ? type : $"{passed} of {type}";

    private static string Unknown(IReadOnlyList<string> names, string name, string property)
    {
        if (names.Count == 0)
        {
            return "is no list and has no properties.";
        }

        if (names is ["*"])
        {
            return $"is a list: '{name}' is not the number of an item.";
        }

        var nearest = Suggestion.Nearest(name, names);
        var known = nearest is null ? $" It has: {string.Join(", ", names.Take(ShownNames))}{(names.Count > ShownNames ? ", …" : "")}." : "";
        return $"has no property '{name}'.{(nearest is null ? "" : $" Did you mean '{property.Replace(name, nearest, StringComparison.Ordinal)}'?")}{known}";
    }

    private static OverrideFault Wrong(string place, string fault) => new(ErrorCodes.OverrideValue, $"'{place}' {fault}. {Newer}");
}
