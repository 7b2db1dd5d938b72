using System.Text.RegularExpressions;

namespace Landfall.Operations.Explaining.Rules;

/// <summary>The registry gives no more images for the moment.</summary>
internal sealed partial class PullRateLimit : IHealthRule
{
    /// <inheritdoc />
    public string Id => "pull-rate-limit";

    /// <inheritdoc />
    public Finding? Explain(ServiceCase facts) => facts.Say(Says()) is { Count: > 0 } said
        ? new Finding(
            Id,
            "The registry limits how often images are pulled from the address that the tasks share.",
            said,
            "Take the image from public.ecr.aws/docker/library, from a pull-through cache, or copy it into ECR.")
        : null;

    [GeneratedRegex(@"toomanyrequests|pull rate limit|429 Too Many", RegexOptions.IgnoreCase)]
    private static partial Regex Says();
}
