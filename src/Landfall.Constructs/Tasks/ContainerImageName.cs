using System.Text.RegularExpressions;
using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;

namespace Landfall.Constructs.Tasks;

/// <summary>The image of a service's main container, and the ECR repository that it is pulled from.</summary>
internal static partial class ContainerImageName
{
    /// <summary>The image as ECS takes it: by digest once it is pushed, by tag before, or the given reference.</summary>
    public static string Of(ResourceNames names, ContainerServicePlan service)
    {
        var image = service.Image;
        if (image.Reference is { } reference)
        {
            return reference;
        }

        var repository = names.RepositoryUri(image.Repository!);
        return image.Digest is { } digest ? $"{repository}@{digest}" : $"{repository}:{image.Tag ?? "latest"}";
    }

    /// <summary>The ARNs of the private ECR repositories that the task pulls from.</summary>
    public static IReadOnlyList<string> Repositories(ResourceNames names, ContainerServicePlan service)
    {
        var references = service.Task.Sidecars.Select(sidecar => sidecar.Image).Append(service.Image.Reference ?? "");
        var repositories = references
            .Select(reference => PrivateEcr().Match(reference))
            .Where(match => match.Success)
            .Select(match => $"arn:{names.Partition}:ecr:{match.Groups["region"]}:{match.Groups["account"]}:repository/{match.Groups["name"]}");
        if (service.Image.Repository is { } repository)
        {
            repositories = repositories.Append(names.RepositoryArn(repository));
        }

        return [.. repositories.Distinct().Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex(@"^(?<account>\d{12})\.dkr\.ecr\.(?<region>[a-z0-9-]+)\.amazonaws\.com(\.cn)?/(?<name>[^:@]+)")]
    private static partial Regex PrivateEcr();
}
