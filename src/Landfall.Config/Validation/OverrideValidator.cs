using Landfall.Config.Binding;
using Landfall.Config.Loading;
using Landfall.Config.Model;

namespace Landfall.Config.Validation;

/// <summary>
/// Checks that a patch begins with a part of a CloudFormation resource: anything else would be added beside the
/// properties, where CloudFormation refuses it only when it deploys.
/// </summary>
internal sealed class OverrideValidator : IEnvironmentValidator
{
    private static readonly string[] Parts =
        ["Properties", "Metadata", "DependsOn", "DeletionPolicy", "UpdateReplacePolicy", "CreationPolicy", "UpdatePolicy", "Condition", "Type"];

    /// <inheritdoc/>
    public void Validate(EnvironmentSettings environment, ProblemList problems)
    {
        foreach (var (path, patches) in environment.Settings.Overrides)
        {
            foreach (var (property, value) in patches)
            {
                var part = property.Split('.')[0];
                if (!Parts.Contains(part, StringComparer.Ordinal))
                {
                    problems.Add(value.Mark, ErrorCodes.OverridePart, $"'{property}' of '{path}' does not begin with a part of a resource: {string.Join(", ", Parts)}.{Meant(property, part)}");
                }
            }
        }
    }

    private static string Meant(string property, string part) =>
        $" Did you mean '{(Suggestion.Nearest(part, Parts) is { } nearest ? nearest + property[part.Length..] : $"Properties.{property}")}'?";
}
