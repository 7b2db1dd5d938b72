using System.Text.Json;
using System.Text.RegularExpressions;
using Landfall.Aws.ContainerRegistry;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Deployment;
using Landfall.Operations.Images;

namespace Landfall.Operations.Doctor.Checks;

/// <summary>
/// Whether the images that services and sidecars name are in their registries, and for the processor that their tasks have. Images that
/// are built here, or released, are looked at when they are pushed.
/// </summary>
internal sealed partial class RegistryImages : IDoctorCheck
{
    /// <inheritdoc />
    public string Id => "images";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Symptom>> LookAsync(AppPlan plan, AwsTarget target, DateTimeOffset now, CancellationToken stop)
    {
        if (target.IsLocal)
            return []; // it runs nothing
        var wanted = plan.Services.OfType<ContainerServicePlan>()
            .SelectMany(service => service.Task.Sidecars.Select(sidecar => sidecar.Image).Append(service.Image.Reference).OfType<string>().Select(image => (Image: image, service.Task.Architecture, service.Title)))
            .GroupBy(one => (one.Image, one.Architecture), one => one.Title)
            .OrderBy(group => group.Key.Image, StringComparer.Ordinal);
        return await Task.WhenAll(wanted.Select(group => LookAsync(target, group.Key.Image, group.Key.Architecture, string.Join(", ", group.Distinct()), stop))).ConfigureAwait(false);
    }

    private async Task<Symptom> LookAsync(AwsTarget target, string image, CpuArchitecture processor, string services, CancellationToken stop)
    {
        var parts = ImageReference.Of(image);
        try
        {
            var credentials = IsEcr(parts.Registry) ? await new ContainerRegistryClient(target.Session).GetCredentialsAsync(stop).ConfigureAwait(false) : new RegistryCredentials("", "", "");
            using var registry = new RegistryClient(credentials with { Registry = parts.Registry });
            return Judge(image, parts, processor == CpuArchitecture.Arm64 ? "arm64" : "amd64", services, await ImagePlatforms.FindAsync(registry, parts, stop).ConfigureAwait(false));
        }
        catch (Exception e) when (!stop.IsCancellationRequested && e is HttpRequestException or TaskCanceledException or JsonException or InvalidOperationException or UriFormatException or LandfallException { Code: ErrorCodes.RegistryRefused })
        {
            return new Symptom(Id, SymptomState.Unseen, $"'{image}' of {services} could not be looked at: {e.Message}", null);
        }
    }

    private Symptom Judge(string image, ImageReference parts, string processor, string services, IReadOnlyList<string>? platforms) => platforms switch
    {
        null => new Symptom(Id, SymptomState.Broken, $"'{image}' of {services} is not in {parts.Registry}: tasks cannot start.", "Check its name and tag, push it, or name one that is there."),
        [] => new Symptom(Id, SymptomState.Unseen, $"'{image}' of {services} is there, and does not say for which processor.", null),
        _ when platforms.Contains(processor) => new Symptom(Id, SymptomState.Well, $"'{image}' of {services} is there, for {processor}.", null),
        _ => new Symptom(
            Id,
            SymptomState.Broken,
            $"'{image}' of {services} is for {string.Join(" and ", platforms)}, and its tasks run on {processor}: they stop with 'exec format error'.",
            $"{(platforms.Contains("amd64") ? "Set 'architecture: x86', or take" : platforms.Contains("arm64") ? "Set 'architecture: arm64', or take" : "Take")} an image that is built for {processor}."),
    };

    // A password of ECR's is good for every registry of its region that its owner may read.
    private static bool IsEcr(string registry) => Ecr().IsMatch(registry);

    [GeneratedRegex(@"^\d{12}\.dkr\.ecr(-fips)?\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$")]
    private static partial Regex Ecr();
}
