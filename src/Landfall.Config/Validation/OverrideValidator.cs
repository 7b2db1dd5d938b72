using Landfall.Config.Binding;
using Landfall.Config.Loading;
using Landfall.Config.Model;
using Landfall.Config.Overrides;
using Landfall.Config.Regions;
using Landfall.Config.Resolution;
using Landfall.Config.Tree;

namespace Landfall.Config.Validation;

/// <summary>
/// Checks that a patch names a resource, begins with a part of one, and sets what CloudFormation's schema of its type knows.
/// What the file does not tell, such as the type of a resource that a host of one's own adds, is checked when the templates
/// are made.
/// </summary>
internal sealed class OverrideValidator : IEnvironmentValidator
{
    private static readonly string[] Parts =
        ["Properties", "Metadata", "DependsOn", "DeletionPolicy", "UpdateReplacePolicy", "CreationPolicy", "UpdatePolicy", "Condition", "Type"];

    /// <inheritdoc/>
    public void Validate(EnvironmentSettings environment, ProblemList problems)
    {
        var settings = environment.Settings;
        var region = RegionTable.Find(settings.Region);
        foreach (var (path, patches) in settings.Overrides)
        {
            var resource = PatchedResource.Of(path, environment);
            CheckPath(path, resource, environment, problems);
            foreach (var (property, value) in patches)
            {
                var part = PatchPath.Split(property)[0];
                if (!Parts.Contains(part, StringComparer.Ordinal))
                {
                    problems.Add(value.Mark, ErrorCodes.OverridePart, $"'{property}' of '{path}' does not begin with a part of a resource: {string.Join(", ", Parts)}.{Meant(path, property, part, value)}");
                }
                else if (resource.Type is { } type)
                {
                    foreach (var fault in PatchCheck.Faults(type, property, OverrideResolver.Json(value), region))
                    {
                        problems.Add(value.Mark, fault.Code, $"overrides, '{path}': {fault.Message}");
                    }
                }
            }
        }
    }

    private static void CheckPath(string path, PatchedResource resource, EnvironmentSettings environment, ProblemList problems)
    {
        // A host of one's own may add any stack, and any resource to a stack of Landfall's.
        if (environment.IsExtended)
        {
            return;
        }

        var mark = environment.Settings.MarkOf("overrides", path);
        if (resource.Kind is not { } kind)
        {
            var stacks = PatchedResource.Stacks(environment.Settings).ToList();
            problems.Add(mark, ErrorCodes.OverrideUnmatched, $"'{path}' matches nothing: there is no stack '{resource.Stack}'.{Suggestion.DidYouMean(resource.Stack, stacks)} There can be: {string.Join(", ", stacks)}.");
        }
        else if (resource.Type is null && Suggestion.Nearest(resource.Id, ResourcePaths.FixedIds(kind)) is { } nearest)
        {
            problems.Add(mark, ErrorCodes.OverrideUnmatched, $"'{path}' matches nothing: '{resource.Stack}' has no resource '{resource.Id}'. Did you mean '{resource.Stack}/{nearest}'?");
        }
    }

    // The CDK and CloudFormation nest what is one path here: api: { Service: { Properties: … } }.
    private static string Meant(string path, string property, string part, ConfigNode value) =>
        value is MapNode inner && inner.Entries.FirstOrDefault(entry => Parts.Contains(PatchPath.Split(entry.Key)[0], StringComparer.Ordinal)) is { Key: { } first }
            ? $" Write '{path}/{property}: {{ {first}: … }}'."
        : $" Did you mean '{(Suggestion.Nearest(part, Parts) is { } nearest ? nearest + property[part.Length..] : $"Properties.{property}")}'?";
}
