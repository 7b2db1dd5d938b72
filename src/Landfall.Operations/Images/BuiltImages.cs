using Landfall.Config;
using Landfall.Config.Plan;

namespace Landfall.Operations.Images;

/// <summary>Images that were built before, in folders.</summary>
/// <param name="Folders">The folders.</param>
/// <param name="Layouts">What is in them.</param>
internal sealed record BuiltImages(IReadOnlyList<string> Folders, IReadOnlyList<OciLayout> Layouts)
{
    /// <summary>Opens folders.</summary>
    /// <param name="folders">The folders.</param>
    /// <returns>The images; null where no folder is given, and images are built when they are needed.</returns>
    /// <exception cref="LandfallException">A folder has no images.</exception>
    public static BuiltImages? Open(IReadOnlyList<string> folders) =>
        folders.Count == 0 ? null : new BuiltImages(folders, [.. folders.Select(folder => OciLayout.Open(Path.GetFullPath(folder)))]);

    /// <summary>Finds an image.</summary>
    /// <param name="tag">The hash of what it was built from.</param>
    /// <returns>The folder's layout, and the manifest there; null where it was not built.</returns>
    public (OciLayout Layout, OciDescriptor Image)? Find(string tag)
    {
        foreach (var layout in Layouts)
        {
            if (layout.Find(tag) is { } image)
                return (layout, image);
        }

        return null;
    }

    /// <summary>Refuses an environment whose images are not all there: they are not built anew.</summary>
    /// <param name="plan">The environment, with the tags of its images.</param>
    /// <exception cref="LandfallException">One is missing.</exception>
    public void Require(AppPlan plan)
    {
        foreach (var service in plan.Services.OfType<ContainerServicePlan>().Where(service => service.Image is { Build: not null, Tag: { } tag } && Find(tag) is null))
        {
            throw new LandfallException(
                ErrorCodes.ImagesFolder,
                $"The image of '{service.Title}' for '{plan.Environment}' is not in {string.Join(", ", Folders.Select(folder => $"'{folder}'"))}: it was not built there, or from other files ({service.Image.Tag}). 'landfall build images --env {plan.Environment} --output FOLDER' builds it.");
        }
    }
}
