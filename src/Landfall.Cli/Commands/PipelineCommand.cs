using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Operations;
using Landfall.Operations.Changes;
using Landfall.Operations.Deployment;
using Landfall.Operations.Pipelines;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall pipeline</c>: the way from a push to the environments.</summary>
internal static class PipelineCommand
{
    public static Command Create(CommandContext context) => new("pipeline", "Work with the pipelines of the file.")
    {
        Deploy(context),
        Diff(context),
        Destroy(context),
        new Command("export", "Write what a pipeline needs as files to commit.")
        {
            Export(context, new PipelineExportGithubOperation()),
            Export(context, new PipelineExportGitlabOperation()),
            Export(context, new PipelineExportCodepipelineOperation()),
        },
    };

    private static Door<PipelineDeployParameters, DeploymentReport> Deploy(CommandContext context)
    {
        var (folder, pipeline, local, yes) = (SharedOptions.Folder(), new Option<string?>("--pipeline"), SharedOptions.Local(), SharedOptions.Yes());
        var (accept, change) = (SharedOptions.Accept(), new Option<string?>("--change") { HelpName = "file" });
        return new(context, new PipelineDeployOperation(), folder, pipeline, local, yes, accept, change)
        {
            Read = line => new PipelineDeployParameters(line.GetValue(folder)!, line.GetValue(pipeline), line.GetValue(local), line.GetValue(change)),
            Agree = line => new Agreed(line.GetValue(yes)) { Accept = line.GetValue(accept) ?? [] },
            Render = DeploymentRendering.Write,
            Detail = DeploymentRendering.WriteAll,
        };
    }

    private static Door<PipelineDiffParameters, Change> Diff(CommandContext context)
    {
        var (folder, pipeline, local) = (SharedOptions.Folder(), new Option<string?>("--pipeline"), SharedOptions.Local());
        var (output, exitCode) = (new Option<string?>("--output") { HelpName = "file" }, SharedOptions.ChangeExitCode());
        return new(context, new PipelineDiffOperation(), folder, pipeline, local, output, exitCode)
        {
            Read = line => new PipelineDiffParameters(line.GetValue(folder)!, line.GetValue(pipeline), line.GetValue(local), line.GetValue(output)),
            Render = (screen, change) => DiffCommand.Write(screen, ChangeText.Brief(change)),
            Detail = (screen, change) => DiffCommand.Write(screen, ChangeText.Verbose(change)),
            Code = (line, change) => line.GetValue(exitCode) && !change.IsEmpty ? ExitCode.Change : ExitCode.Done,
        };
    }

    private static Door<PipelineDestroyParameters, Destruction> Destroy(CommandContext context)
    {
        var (folder, pipeline, local, yes) = (SharedOptions.Folder(), new Option<string?>("--pipeline"), SharedOptions.Local(), SharedOptions.Yes());
        return new(context, new PipelineDestroyOperation(), folder, pipeline, local, yes)
        {
            Read = line => new PipelineDestroyParameters(line.GetValue(folder)!, line.GetValue(pipeline), line.GetValue(local)),
            Agree = line => new Agreed(line.GetValue(yes)),
            Render = DestroyCommand.Render,
        };
    }

    private static Door<PipelineExportParameters, ExportedPipeline> Export(CommandContext context, PipelineExport operation)
    {
        var (folder, pipeline) = (SharedOptions.Folder(), new Option<string?>("--pipeline"));
        return new(context, operation, folder, pipeline)
        {
            Read = line => new PipelineExportParameters(line.GetValue(folder)!, line.GetValue(pipeline)),
            Render = Render,
        };
    }

    private static void Render(Screen screen, ExportedPipeline exported)
    {
        foreach (var line in exported.Next)
            screen.Talk.Profile.Out.Writer.WriteLine(line);
        foreach (var file in exported.Files)
            screen.Data.Profile.Out.Writer.WriteLine(Path.Combine(exported.Root, file));
    }
}
