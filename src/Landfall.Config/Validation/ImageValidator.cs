using Landfall.Config.Loading;
using Landfall.Config.Model;
using Landfall.Config.Tree;

namespace Landfall.Config.Validation;

/// <summary>Checks where images and sites come from.</summary>
internal sealed class ImageValidator : IEnvironmentValidator
{
    /// <inheritdoc/>
    public void Validate(EnvironmentSettings environment, ProblemList problems)
    {
        foreach (var (name, service) in environment.Settings.Services)
        {
            if (service.Image is { IsUnreadable: false } image)
            {
                CheckSource(name, service, image, problems);
                CheckRelative("context", image.Build?.Context, image.Build?.MarkOf("context"), problems);
                CheckRelative("dockerfile", image.Build?.Dockerfile, image.Build?.MarkOf("dockerfile"), problems);
            }

            CheckRelative("source", service.Source, service.MarkOf("source"), problems);
            CheckRelative("output", service.Build?.Output, service.Build?.MarkOf("output"), problems);
        }
    }

    private static void CheckSource(string name, ServiceModel service, ImageModel image, ProblemList problems)
    {
        string[] given = [.. new[] { "reference", "build" }.Where(image.Has), .. image.Released ? ["released"] : Array.Empty<string>()];
        if (given.Length > 1)
        {
            problems.Add(image.MarkOfLatest([.. given.Reverse()]), ErrorCodes.Image, $"The image of '{name}' has both '{given[0]}' and '{given[1]}'. Keep one.");
        }
        else if (given.Length == 0 && !image.IsShorthand && image.Knows("released"))
        {
            problems.Add(service.MarkOf("image"), ErrorCodes.Image, $"The image of '{name}' is neither a registry reference nor a 'build', and not 'released: true' either. Give one.");
        }
        else if (image.Released && service.Knows("type") && service.Type is not (ServiceType.Web or ServiceType.Internal or ServiceType.Worker))
        {
            problems.Add(image.MarkOf("released"), ErrorCodes.Image, $"'{name}' is a job, and a released image is for services that run all the time: web, internal and worker. Give the job a registry reference or a 'build'.");
        }
        else if (image.Released && service.Release is not null)
        {
            problems.Add(service.MarkOf("release"), ErrorCodes.Image, $"'{name}' has a command in 'release', which a deployment runs before it brings a new image, but its image is 'released' without a deployment. Run the command from the pipeline that releases it, and remove 'release' here.");
        }
    }

    private static void CheckRelative(string key, string? path, Mark? mark, ProblemList problems)
    {
        if (path is not null && (path.Length == 0 || path[0] is '/' or '~' or '\\' || (path.Length > 1 && path[1] == ':')))
        {
            problems.Add(mark!.Value, ErrorCodes.Path, $"'{key}' is '{path}', but has to be a path relative to the file, so that it is the same on every machine.");
        }
    }
}
