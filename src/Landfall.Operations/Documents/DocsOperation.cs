using Landfall.Config;
using Landfall.Operations.Cost;
using Landfall.Operations.Documents.Writing;
using Landfall.Operations.Editing;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Documents;

/// <summary>Writes the architecture document of an environment, from its file and its templates: no AWS is asked.</summary>
internal sealed class DocsOperation : Operation<DocsParameters, WrittenDocument>
{
    /// <inheritdoc />
    public override string Name => "docs";

    /// <inheritdoc />
    public override string Summary => "Write the architecture document of an environment: diagram, stacks, services, network, data, permissions in words, alarms with runbooks, cost.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override OperationTraits Traits => OperationTraits.Idempotent;

    /// <inheritdoc />
    public override async Task<WrittenDocument> RunAsync(DocsParameters parameters, Agreed agreed, OperationContext context)
    {
        var loaded = ProjectLoader.LoadFile(parameters.Folder);
        var environments = ProjectLoader.All(loaded).Select(one => one.Plan).ToList();
        var pipelines = loaded.Config!.PipelineNames.Select(name => PlanResolver.ResolvePipeline(loaded.Config, name)).ToList();
        using var estimated = await EstimatedEnvironment.OpenAsync(parameters.Folder, parameters.Environment, context).ConfigureAwait(false);
        var project = estimated.Project;
        var document = ArchitectureDocument.Of(DocumentedEnvironment.Of(project, environments, pipelines, estimated.Stacks));
        var name = $"architecture-{project.Plan.Environment}";
        List<(string Name, string Text)> files = [($"{name}.md", MarkdownPage.Write(document))];
        if (parameters.Html)
            files.Add(($"{name}.html", HtmlPage.Write(document)));
        var folder = Path.GetFullPath(parameters.Output ?? Path.Combine(project.Root, "docs"));
        return new WrittenDocument(project.Plan.App, project.Plan.Environment, folder, await WriteAsync(folder, files, context.Stop).ConfigureAwait(false));
    }

    /// <summary>Writes what has changed. All files are looked at before the first is written: one that is somebody's stops the rest.</summary>
    internal static async Task<IReadOnlyList<DocumentFile>> WriteAsync(string folder, IReadOnlyList<(string Name, string Text)> files, CancellationToken stop)
    {
        var written = new List<DocumentFile>();
        try
        {
            foreach (var (name, text) in files)
            {
                var path = Path.Combine(folder, name);
                var there = File.Exists(path) ? await File.ReadAllTextAsync(path, stop).ConfigureAwait(false) : null;
                if (there?.Contains(Document.Mark, StringComparison.Ordinal) == false)
                    throw new LandfallException(ErrorCodes.FileInTheWay, $"'{path}' is there, and Landfall has not written it. Move it away, or name another folder with --output.");
                written.Add(new DocumentFile(name, there != text));
            }

            // From here on nothing stops it: the document and its page are of one run.
            stop.ThrowIfCancellationRequested();
            Directory.CreateDirectory(folder);
            foreach (var (name, text) in files.Where((_, i) => written[i].Changed))
                WholeFile.Write(Path.Combine(folder, name), text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LandfallException(ErrorCodes.DocumentNotWritten, $"The document cannot be written to '{folder}': {e.Message}", e);
        }

        return written;
    }
}
