using Landfall.Config.Plan;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Images;

/// <summary>Builds images into a folder, each once: what was built from the same files is the same image.</summary>
/// <param name="layout">The folder.</param>
/// <param name="earlier">The registry that an earlier build may be in; null where none is asked.</param>
/// <param name="work">A folder for what the engine is told and what it saves.</param>
/// <param name="say">Gets lines for a person.</param>
internal sealed class ImageBuilder(OciLayout layout, EarlierBuilds? earlier, string work, Action<string> say)
{
    private ContainerEngine? _engine;

    /// <summary>Builds what the folder lacks of an environment's images.</summary>
    /// <param name="project">The project, with tags (see <see cref="ImageTags"/>).</param>
    /// <param name="architecture">The architecture whose images are built; null for all.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The images of the environment.</returns>
    /// <exception cref="Config.LandfallException">There is no engine, a Dockerfile is missing, or a build failed.</exception>
    public async Task<IReadOnlyList<BuiltImage>> BuildAsync(Project project, CpuArchitecture? architecture, CancellationToken cancellation)
    {
        var images = new List<BuiltImage>();
        ImageTags.RequireDockerfiles(project.Plan, project.Root);
        foreach (var service in project.Plan.Services.OfType<ContainerServicePlan>().Where(service => service.Image.Build is not null && (architecture is null || service.Task.Architecture == architecture)))
        {
            var tag = service.Image.Tag!;
            var found = layout.Find(tag);
            if (found is null && earlier is not null && (found = await earlier.FindAsync(layout, service, cancellation).ConfigureAwait(false)) is not null)
                layout.Add(found, tag);
            images.Add(new BuiltImage(service.Title, project.Plan.Environment, tag, (found ?? await BuildAsync(project, service, tag, cancellation).ConfigureAwait(false)).Digest, Built: found is null));
        }

        return images;
    }

    private async Task<OciDescriptor> BuildAsync(Project project, ContainerServicePlan service, string tag, CancellationToken cancellation)
    {
        _engine ??= await ContainerEngine.FindAsync(Environment.GetEnvironmentVariable("LANDFALL_CONTAINER_ENGINE"), cancellation).ConfigureAwait(false);
        say($"Building {service.Title} ({tag}) with {_engine.Program} …");
        var name = $"localhost/{project.Plan.App}/{service.Name}:{tag}";
        await _engine.BuildAsync(ImageTags.BuildOf(project.Root, service), name, Path.Combine(work, service.Name), say, cancellation).ConfigureAwait(false);
        var archive = InTheWay.OfFile(Path.Combine(work, $"{service.Name}.tar"));
        await _engine.SaveAsync(name, archive, cancellation).ConfigureAwait(false);
        try
        {
            var image = await new EngineArchive(archive).CopyAsync(layout, cancellation).ConfigureAwait(false);
            layout.Add(image, tag);
            return image;
        }
        finally
        {
            File.Delete(archive);
        }
    }
}
