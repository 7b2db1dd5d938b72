using Landfall.Config.Plan;
using Landfall.Config.Stacks;
using Landfall.Config.Values;
using Landfall.Constructs.Foundation;

namespace Landfall.Constructs.Tasks;

/// <summary>The image of a service's main container, and the ECR repository that it is pulled from.</summary>
internal static class ContainerImageName
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
    public static IReadOnlyList<string> Repositories(LandfallStack stack, ContainerServicePlan service)
    {
        var repositories = TaskImages.Of(stack.Plan, service)
            .Select(EcrReference.Find)
            .OfType<EcrReference>()
            .Select(found => found.Arn);
        if (service.Image.Repository is { } repository)
        {
            repositories = repositories.Append(stack.Names.RepositoryArn(repository));
        }

        return [.. repositories.Distinct().Order(StringComparer.Ordinal)];
    }
}
