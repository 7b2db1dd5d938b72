using Amazon.CDK;
using Constructs;
using Landfall.Config;
using Landfall.Config.Binding;
using Landfall.Config.Plan;

namespace Landfall.Constructs.Overrides;

/// <summary>Patches synthesised resources as the file's <c>overrides</c> say.</summary>
internal static class ResourceOverrides
{
    public const string UnknownPath = "LF2001";

    /// <summary>Applies every patch.</summary>
    /// <param name="root">The app, with all of its stacks.</param>
    /// <param name="patches">The patches.</param>
    /// <exception cref="LandfallException">A path names nothing, or no resource.</exception>
    public static void Apply(IConstruct root, IReadOnlyList<OverridePlan> patches)
    {
        foreach (var patch in patches)
        {
            var resource = Find(root, patch.Path);
            if (patch.Value is null)
            {
                resource.AddDeletionOverride(patch.Property);
            }
            else
            {
                resource.AddOverride(patch.Property, JsonValues.ToObject(patch.Value));
            }
        }
    }

    private static CfnResource Find(IConstruct root, string path)
    {
        var construct = root;
        var passed = "";
        foreach (var id in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            construct = construct.Node.TryFindChild(id) ?? throw Unknown(construct, path, passed, id);
            passed += passed.Length == 0 ? id : $"/{id}";
        }

        return construct as CfnResource ?? construct.Node.DefaultChild as CfnResource ?? throw new LandfallException(
            UnknownPath,
            $"overrides: '{path}' is not a resource. Below it are: {Names(Children(construct))}.");
    }

    private static LandfallException Unknown(IConstruct parent, string path, string passed, string id)
    {
        var children = Children(parent);
        var place = passed.Length == 0 ? "there is no stack" : $"'{passed}' has no resource";
        return new LandfallException(
            UnknownPath,
            $"overrides: '{path}' matches nothing: {place} '{id}'.{Suggestion.DidYouMean(id, children)} "
            + $"There are: {Names(children)}.");
    }

    private static List<string> Children(IConstruct construct) =>
        [.. construct.Node.Children.Select(child => child.Node.Id).Order(StringComparer.Ordinal)];

    private static string Names(List<string> names) => names.Count == 0 ? "none" : string.Join(", ", names);
}
