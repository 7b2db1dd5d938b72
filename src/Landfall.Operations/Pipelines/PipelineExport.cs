using Landfall.Config;
using Landfall.Config.Pipelines;
using Landfall.Config.Plan;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Pipelines;

/// <summary>Writes what a pipeline needs, as files to commit.</summary>
internal abstract class PipelineExport : Operation<PipelineExportParameters, ExportedPipeline>
{
    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override async Task<ExportedPipeline> RunAsync(PipelineExportParameters parameters, Agreed agreed, OperationContext context)
    {
        var loaded = ProjectLoader.LoadFile(parameters.Folder);
        var pipeline = PipelineLoader.Resolve(loaded, parameters.Pipeline);
        var root = PipelineLoader.RepositoryOf(loaded.Root, pipeline.Source.Folder);
        var (files, next) = Export(loaded.Config!.App, pipeline);
        foreach (var (path, text) in files)
            await WriteAsync(Path.Combine(root, path), path, text, context.Stop).ConfigureAwait(false);
        return new ExportedPipeline(pipeline.Name, root, [.. files.Select(f => f.Path)], next);
    }

    /// <summary>Makes the files, by their paths in the repository, and says what a person has to do then.</summary>
    /// <param name="app">The application's name.</param>
    /// <param name="pipeline">The pipeline.</param>
    /// <returns>The files and the lines.</returns>
    protected abstract (IReadOnlyList<(string Path, string Text)> Files, IReadOnlyList<string> Next) Export(string app, PipelinePlan pipeline);

    /// <summary>The same for a build server that is not AWS's.</summary>
    /// <param name="file">The pipeline in its words.</param>
    /// <param name="app">The application's name.</param>
    /// <param name="pipeline">The pipeline.</param>
    /// <returns>The files and the lines.</returns>
    protected static (IReadOnlyList<(string Path, string Text)> Files, IReadOnlyList<string> Next) ExportFile(IPipelineFile file, string app, PipelinePlan pipeline)
    {
        var accounts = new HashSet<string>(StringComparer.Ordinal);
        var next = pipeline.Targets.SelectMany(stage => Deploying(app, stage, RolesFile(file.Folder, stage), accounts.Add(stage.Account ?? "") ? $" --parameter-overrides {TokenTrust.ProviderParameter}={TokenTrust.Create}" : ""));
        return (
            [(file.Path, file.Write()), .. file.More, .. pipeline.Targets.Select(stage => (RolesFile(file.Folder, stage), RoleTemplate.Write(app, pipeline, stage, file.Trust(stage))))],
            [
                .. next,
                $"# '{TokenTrust.ProviderParameter}={TokenTrust.Create}' is for an account that does not know {file.Trust(pipeline.Stages[0]).Host} yet.",
                .. file.Next,
            ]);
    }

    /// <summary>The path of an environment's roles.</summary>
    /// <param name="folder">The folder in the repository.</param>
    /// <param name="stage">The environment.</param>
    /// <returns>The path.</returns>
    protected static string RolesFile(string folder, PipelineStagePlan stage) => $"{folder}/landfall-roles-{Named(stage)}.template.json";

    /// <summary>The stack of an environment's roles.</summary>
    /// <param name="app">The application's name.</param>
    /// <param name="stage">The environment.</param>
    /// <returns>Its name.</returns>
    internal static string RolesStack(string app, PipelineStagePlan stage) => $"{new RolePlace(app, stage, "").Roles.Prefix}-roles";

    /// <summary>The command that makes an environment's roles.</summary>
    /// <param name="app">The application's name.</param>
    /// <param name="stage">The environment.</param>
    /// <param name="file">The roles' template.</param>
    /// <param name="more">Words besides.</param>
    /// <returns>Two lines.</returns>
    protected static string[] Deploying(string app, PipelineStagePlan stage, string file, string more) =>
    [
        $"# With credentials of {(stage.Account is { } account ? $"account {account}" : $"the account of '{Named(stage)}'")}, which 'cdk bootstrap' has prepared:",
        $"aws cloudformation deploy --stack-name {RolesStack(app, stage)} --template-file {file} --capabilities CAPABILITY_NAMED_IAM --region {stage.Region}{more}",
    ];

    private static string Named(PipelineStagePlan stage) => new RolePlace("", stage, "").Roles.Environment;

    private static async Task WriteAsync(string path, string name, string text, CancellationToken stop)
    {
        if (File.Exists(path) && !(await File.ReadAllTextAsync(path, stop).ConfigureAwait(false)).Contains(IPipelineFile.Mark, StringComparison.Ordinal))
            throw new LandfallException(ErrorCodes.FileInTheWay, $"'{name}' is there, and Landfall has not written it. Move it away, or give the pipeline a name of its own.");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, text, stop).ConfigureAwait(false);
    }
}
