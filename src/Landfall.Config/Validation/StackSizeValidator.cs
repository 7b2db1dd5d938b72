using Landfall.Config.Loading;
using Landfall.Config.Model;
using Landfall.Config.Plan;
using Landfall.Config.Resolution;
using Landfall.Config.Stacks;

namespace Landfall.Config.Validation;

/// <summary>Checks that the data stack, the one that grows with the file, has room in a template.</summary>
internal sealed class StackSizeValidator : IEnvironmentValidator
{
    /// <inheritdoc/>
    public void Validate(EnvironmentSettings environment, ProblemList problems)
    {
        var settings = environment.Settings;
        var built = new SharedBuilds(settings).Count;
        var size = DataStackSize.Of(
            [.. settings.Databases.Values.Select(database => database.Engine is { } engine && engine.IsAurora() ? database.Instances ?? (settings.Protect ? 2 : 1) : 0)],
            [.. settings.Tables.Values.Select(table => table.Indexes.Count)],
            settings.Buckets.Count,
            settings.Queues.Count,
            settings.Secrets.Count,
            settings.Files.Count,
            settings.Network.Zones,
            built);
        problems.CheckLimit(environment.Place, "The data stack", "AWS::CloudFormation::Stack", "resources", size.Resources);
        problems.CheckLimit(environment.Place, "The data stack", "AWS::CloudFormation::Stack", "outputs", size.Outputs);
    }
}
