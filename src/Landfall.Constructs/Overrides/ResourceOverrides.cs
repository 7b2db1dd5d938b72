using Amazon.CDK;
using Constructs;
using Landfall.Config;
using Landfall.Config.Binding;
using Landfall.Config.Overrides;
using Landfall.Config.Plan;
using Landfall.Config.Regions;
using Landfall.Constructs.Foundation;

namespace Landfall.Constructs.Overrides;

/// <summary>Patches synthesised resources as the file's <c>overrides</c> say.</summary>
internal static class ResourceOverrides
{
    /// <summary>Applies every patch of an app's plan.</summary>
    /// <param name="app">The app, with all of its stacks.</param>
    /// <exception cref="LandfallException">A path names nothing, or no resource, or CloudFormation would refuse the patch.</exception>
    public static void Apply(LandfallApp app)
    {
        foreach (var patch in app.Plan.Overrides)
        {
            var resource = Find(app, patch.Path);
            Check(patch, resource.CfnResourceType, app);
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

    // What validate could not know of: resources of a host of one's own, and those whose ids hold names.
    private static void Check(OverridePlan patch, string type, LandfallApp app)
    {
        var faults = PatchCheck.Faults(type, patch.Property, patch.Value, RegionTable.Find(app.Plan.Region));
        if (faults.Count > 0)
        {
            throw new LandfallException(faults[0].Code, $"overrides, '{patch.Path}': {string.Join(" ", faults.Select(fault => fault.Message))}");
        }
    }

    private static CfnResource Find(LandfallApp app, string path)
    {
        var ids = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        IConstruct construct = app;
        for (var i = 0; i < ids.Length; i++)
        {
            construct = Child(construct, ids[i], Prefix(app, construct)) ?? throw Unknown(app, construct, path, string.Join('/', ids.Take(i)), ids[i]);
        }

        return construct as CfnResource ?? construct.Node.DefaultChild as CfnResource ?? throw new LandfallException(
            ErrorCodes.OverrideUnmatched,
            $"overrides: '{path}' is not a resource. Below it are: {Names(Children(app, construct))}.");
    }

    // A stack goes by its whole name too, which means that of one environment.
    private static IConstruct? Child(IConstruct parent, string id, string prefix) =>
        (prefix.Length > 0 ? parent.Node.TryFindChild(prefix + id) : null) ?? parent.Node.TryFindChild(id);

    private static string Prefix(LandfallApp app, IConstruct parent) => ReferenceEquals(parent, app) ? $"{app.Plan.Prefix}-" : "";

    private static LandfallException Unknown(LandfallApp app, IConstruct parent, string path, string passed, string id)
    {
        var children = Children(app, parent);
        var place = passed.Length == 0 ? "there is no stack" : $"'{passed}' has no resource";
        return new LandfallException(
            ErrorCodes.OverrideUnmatched,
            $"overrides: '{path}' matches nothing: {place} '{id}'.{Suggestion.DidYouMean(id, children)} "
            + $"There are: {Names(children)}.");
    }

    private static List<string> Children(LandfallApp app, IConstruct construct)
    {
        var prefix = Prefix(app, construct);
        return
        [
            .. construct.Node.Children.Where(child => child is not (CfnOutput or CfnParameter)).Select(child => child.Node.Id)
                .Select(id => prefix.Length > 0 && id.StartsWith(prefix, StringComparison.Ordinal) ? id[prefix.Length..] : id)
                .Order(StringComparer.Ordinal),
        ];
    }

    private static string Names(List<string> names) => names.Count == 0 ? "none" : string.Join(", ", names);
}
