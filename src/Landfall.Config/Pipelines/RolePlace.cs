using Landfall.Config.Plan;
using Landfall.Config.Regions;
using Landfall.Config.Stacks;

namespace Landfall.Config.Pipelines;

/// <summary>Where an environment's roles work.</summary>
/// <param name="App">The application's name.</param>
/// <param name="Stage">The environment, as a pipeline has it.</param>
/// <param name="Account">Its account, or a reference to it.</param>
internal sealed record RolePlace(string App, PipelineStagePlan Stage, string Account)
{
    /// <summary>The environment's names in AWS.</summary>
    public AwsNames Names => new(App, Stage.Environment);

    /// <summary>The names of its roles; those of pull requests share them.</summary>
    public AwsNames Roles => new(App, IsPreview ? PreviewNames.Word : Stage.Environment);

    /// <summary>True for the environments of pull requests together.</summary>
    public bool IsPreview => Stage.Environment == PreviewNames.Any;

    /// <summary>The partition that the region is of.</summary>
    public string Partition => RegionTable.Of(Stage.Region).Partition;

    /// <summary>The environment's region and, where it is another one, that of CloudFront's certificates and firewalls.</summary>
    public IReadOnlyList<string> Regions => RegionTable.Of(Stage.Region).CdnRegion is { } cdn && cdn != Stage.Region ? [Stage.Region, cdn] : [Stage.Region];

    /// <summary>ARNs in each of the regions.</summary>
    public IEnumerable<string> Arns(string service, string resource) => Regions.Select(region => $"arn:{Partition}:{service}:{region}:{Account}:{resource}");

    /// <summary>An ARN in the environment's region.</summary>
    public string Arn(string service, string resource) => $"arn:{Partition}:{service}:{Stage.Region}:{Account}:{resource}";

    /// <summary>A role's ARN.</summary>
    public string Role(string name) => $"arn:{Partition}:iam::{Account}:role/{name}";
}
