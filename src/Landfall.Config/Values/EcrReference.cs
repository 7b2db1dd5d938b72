using System.Text.RegularExpressions;
using Landfall.Config.Regions;

namespace Landfall.Config.Values;

/// <summary>
/// The private ECR repository that an image reference names. Source: Amazon ECR User Guide, "Making requests to Amazon ECR
/// registries", and the table of regions for what the names of a partition end with.
/// </summary>
/// <param name="Account">The registry's account.</param>
/// <param name="Region">The registry's region.</param>
/// <param name="Repository">The repository, for example <c>team/tool</c>.</param>
/// <param name="HasEndpoint">True for a name that VPC endpoints answer for in the registry's region; dual-stack names have none.</param>
internal sealed partial record EcrReference(string Account, RegionCapabilities Region, string Repository, bool HasEndpoint)
{
    private const string DualStack = "on.aws";

    /// <summary>The repository's ARN.</summary>
    public string Arn => $"arn:{Region.Partition}:ecr:{Region.Name}:{Account}:repository/{Repository}";

    /// <summary>Reads a reference.</summary>
    /// <param name="image">For example <c>111111111111.dkr.ecr.eu-west-1.amazonaws.com/team/tool:1</c>.</param>
    /// <returns>The repository; null where the image is of another registry.</returns>
    public static EcrReference? Find(string image)
    {
        var match = Form().Match(image);
        if (!match.Success || RegionTable.Find(match.Groups["region"].Value) is not { } region)
        {
            return null;
        }

        var dualStack = match.Groups["service"].Value == "dkr-ecr";
        return match.Groups["suffix"].Value == (dualStack ? DualStack : region.DnsSuffix)
            ? new EcrReference(match.Groups["account"].Value, region, match.Groups["name"].Value, !dualStack)
            : null;
    }

    [GeneratedRegex(@"^(?<account>[0-9]{12})\.(?<service>dkr\.ecr|dkr\.ecr-fips|dkr-ecr)\.(?<region>[a-z0-9-]+)\.(?<suffix>[a-z.]+)/(?<name>[^:@]+)")]
    private static partial Regex Form();
}
