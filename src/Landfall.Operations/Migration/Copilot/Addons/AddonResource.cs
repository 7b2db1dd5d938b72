using System.Text.Json.Nodes;

namespace Landfall.Operations.Migration.Copilot.Addons;

/// <summary>A resource of an addon as the file has it.</summary>
/// <param name="Section">The section: <c>tables</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Value">What is said of it.</param>
/// <param name="Services">The services that use it; none where it is an environment's.</param>
/// <param name="File">The template that it stands in, relative to the repository.</param>
/// <param name="LogicalId">What it is called there.</param>
internal sealed record AddonResource(string Section, string Name, JsonObject Value, IReadOnlyList<string> Services, string File, string LogicalId)
{
    /// <summary>The name that the template gives it in AWS, with <c>${App}</c> and the like in it; null where AWS makes one up.</summary>
    public string? AwsName { get; init; }

    /// <summary>Whether <c>landfall import</c> can take it over.</summary>
    public bool CanBeTakenOver => Section is "tables" or "buckets";

    /// <summary>Its name in AWS.</summary>
    /// <param name="app">Copilot's application.</param>
    /// <param name="environment">The environment.</param>
    /// <returns>The name; null where the files do not tell.</returns>
    public string? AwsNameIn(string app, string environment)
    {
        // AWS Copilot CLI, "Additional AWS resources": the parameters that it gives every template.
        var name = AwsName?.Replace("${App}", app, StringComparison.Ordinal).Replace("${Env}", environment, StringComparison.Ordinal).Replace("${Name}", File.Split('/')[1], StringComparison.Ordinal);
        return name?.Contains("${", StringComparison.Ordinal) == true ? null : name;
    }
}
