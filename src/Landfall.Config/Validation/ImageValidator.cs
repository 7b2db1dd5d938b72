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
                if (image.Has("reference") && image.Has("build"))
                {
                    problems.Add(image.MarkOfLatest("build", "reference"), ErrorCodes.Image, $"The image of '{name}' has both 'reference' and 'build'. Keep one.");
                }
                else if (!image.Has("reference") && !image.Has("build") && !image.IsShorthand)
                {
                    problems.Add(service.MarkOf("image"), ErrorCodes.Image, $"The image of '{name}' is neither a registry reference nor a 'build'. Give one.");
                }

                CheckRelative("context", image.Build?.Context, image.Build?.MarkOf("context"), problems);
                CheckRelative("dockerfile", image.Build?.Dockerfile, image.Build?.MarkOf("dockerfile"), problems);
            }

            CheckRelative("source", service.Source, service.MarkOf("source"), problems);
            CheckRelative("output", service.Build?.Output, service.Build?.MarkOf("output"), problems);
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
