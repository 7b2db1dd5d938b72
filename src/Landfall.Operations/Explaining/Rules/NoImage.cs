using Landfall.Operations.Status;

namespace Landfall.Operations.Explaining.Rules;

/// <summary>Nothing has been released yet.</summary>
internal sealed class NoImage : IHealthRule
{
    /// <inheritdoc />
    public string Id => "no-image";

    /// <inheritdoc />
    public Finding? Explain(ServiceCase facts) => facts.Status.Health == ServiceHealth.NoImage
        ? new Finding(
            Id,
            "Its image is released by its team, and none has been: it runs no task until then.",
            [$"{facts.Plan.AwsNames.ImageParameter(facts.Service.Name)} = none"],
            $"'landfall release {facts.Service.Title} --image <tag>' releases one.")
        : null;
}
