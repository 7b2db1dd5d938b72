using Amazon.CDK.AWS.ECR;
using Landfall.Constructs.Parameters;

namespace Landfall.Constructs.Data;

/// <summary>ECR repositories of the images that Landfall builds: tags that never move, scanned on push.</summary>
internal static class Repositories
{
    // Every image that a rollback may need, at several deployments a day for a month.
    private const string KeepTheLast100 =
        """{"rules":[{"rulePriority":1,"description":"Keep the last 100 images","selection":{"tagStatus":"any","countType":"imageCountMoreThan","countNumber":100},"action":{"type":"expire"}}]}""";

    /// <summary>Creates the repository of a service.</summary>
    /// <param name="stack">The data stack.</param>
    /// <param name="service">The service's name.</param>
    public static void Create(DataStack stack, string service)
    {
        var repository = new CfnRepository(stack, $"{ConstructId.From(service)}Repository", new CfnRepositoryProps
        {
            RepositoryName = stack.Names.Repository(service),
            ImageTagMutability = "IMMUTABLE",
            ImageScanningConfiguration = new CfnRepository.ImageScanningConfigurationProperty { ScanOnPush = true },
            LifecyclePolicy = new CfnRepository.LifecyclePolicyProperty { LifecyclePolicyText = KeepTheLast100 },
            EmptyOnDelete = !stack.Plan.Protect,
        });
        stack.Protect(repository);
        stack.Publish(new RepositoryValues(service).Uri, repository.AttrRepositoryUri);
    }
}
