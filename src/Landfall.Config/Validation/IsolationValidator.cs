using Landfall.Config.Loading;
using Landfall.Config.Model;
using Landfall.Config.Plan;
using Landfall.Config.Resolution;
using Landfall.Config.Telemetry;
using Landfall.Config.Tree;
using Landfall.Config.Values;

namespace Landfall.Config.Validation;

/// <summary>
/// Warns of what a network without NAT cannot reach: its endpoints lead to the account's own ECR only, and a load test
/// calls the public load balancer.
/// </summary>
internal sealed class IsolationValidator : IEnvironmentValidator
{
    /// <inheritdoc/>
    public void Validate(EnvironmentSettings environment, ProblemList problems)
    {
        var settings = environment.Settings;
        if (settings.Network.Nat != NatMode.None || !settings.Network.Knows("nat"))
        {
            return;
        }

        foreach (var (name, service) in settings.Services)
        {
            if (service.Image is { Reference: { } reference } image)
            {
                Check(name, reference, settings.Region, image.MarkOf("reference"), problems);
            }

            if (service is { Type: ServiceType.LoadTest, Enabled: true })
            {
                problems.Warn(
                    service.MarkOf("enabled"),
                    ErrorCodes.ImageUnreachable,
                    $"The load test '{name}' is on, but with 'nat: none' its tasks can neither pull their public image nor call the public load balancer. Turn it off, or give the network a NAT gateway.");
            }

            // "The presence of a user pool domain prevents any user pool request that transits a VPC endpoint from completing"
            // (Amazon Cognito Developer Guide, "Access Amazon Cognito using an interface endpoint").
            foreach (var use in service.Uses.Where(use => settings.Auth is not null && use.Name == NameIndex.Auth))
            {
                problems.Warn(
                    use.Place,
                    ErrorCodes.ServiceUnreachable,
                    $"'{name}' uses 'auth', but with 'nat: none' its tasks cannot reach Cognito: a user pool with sign-in pages takes no requests through a VPC endpoint. Give the network a NAT gateway, or check tokens with the pool's keys copied into the image.");
            }

            foreach (var (sidecar, container) in service.Sidecars.Where(pair => pair.Value.Image is not null))
            {
                Check(sidecar, container.Image!, settings.Region, container.MarkOf("image"), problems);
            }

            foreach (var check in service.Deploy.Checks.Where(check => check.Image is not null || check.IsBrowser))
            {
                Check($"a check of {name}", check.Image ?? BrowserCheckPlan.DefaultImage, settings.Region, check.MarkOf(check.Image is null ? "file" : "image"), problems);
            }

            if (service is { Image: not null, Telemetry: { Instrument: { } language } own } && settings.Telemetry is not null)
            {
                Check($"the agent of {name}", own.Image ?? Instrumentation.Of(language).Image, settings.Region, own.MarkOf("image"), problems);
            }
        }

        if (settings.Telemetry is { Backend: { } backend } telemetry)
        {
            Check("telemetry", telemetry.Image, settings.Region, telemetry.MarkOf("image"), problems);
            if (backend is not (TelemetryBackend.Cloudwatch or TelemetryBackend.Amp))
            {
                problems.Warn(
                    telemetry.MarkOf("backend"),
                    ErrorCodes.ServiceUnreachable,
                    $"Telemetry goes to {EnumWord.Of(backend)}, but with 'nat: none' no collector reaches it. Choose cloudwatch or amp, which have VPC endpoints, or give the network a NAT gateway.");
            }
        }
    }

    private static void Check(string name, string image, string? region, Mark mark, ProblemList problems)
    {
        // "Amazon ECR does not support AWS PrivateLink traffic over dual-stack endpoints" (Amazon ECR User Guide, "Making
        // requests to Amazon ECR registries"), and an endpoint answers for its own region.
        if (EcrReference.Find(image) is not { HasEndpoint: true } repository || (region is not null && repository.Region.Name != region))
        {
            problems.Warn(
                mark,
                ErrorCodes.ImageUnreachable,
                $"The image '{image}' of '{name}' is not in a private ECR registry of the region, and tasks reach no other with 'nat: none'. Copy it to ECR, build it, or give the network a NAT gateway.");
        }
    }
}
