using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Operations;
using Landfall.Operations.Changes;
using Landfall.Operations.Deployment;
using Landfall.Operations.Pipelines;
using Landfall.Operations.Pipelines.PullRequests;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall pipeline</c>: the way from a push to the environments.</summary>
internal static class PipelineCommand
{
    public static Command Create(CommandContext context) => new("pipeline", "Work with the pipelines of the file.")
    {
        Deploy(context),
        Diff(context),
        Destroy(context),
        Report(context),
        PipelineReviewCommand.Create(context),
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

    private static Door<PipelineReportParameters, PullReport> Report(CommandContext context)
    {
        var (service, repository) = (new Option<PullService>("--service") { Required = true }, new Option<string>("--repository") { HelpName = "owner/name", Required = true });
        var (pull, branch, commit) = (new Option<int?>("--pull") { HelpName = "number" }, new Option<string?>("--branch") { HelpName = "branch" }, new Option<string>("--commit") { HelpName = "commit", Required = true });
        var (change, name) = (new Option<string[]>("--change") { HelpName = "file" }, new Option<string>("--name") { HelpName = "name", Required = true });
        var failure = new Option<string?>("--failure") { HelpName = "folder" };
        var (api, url, noStatus, dryRun) = (new Option<string?>("--api") { HelpName = "address" }, new Option<string?>("--url") { HelpName = "address" }, new Option<bool>("--no-status"), new Option<bool>("--dry-run"));
        return new(context, new PipelineReportOperation(), service, repository, pull, branch, commit, change, failure, name, api, url, noStatus, dryRun)
        {
            Read = line => new PipelineReportParameters(
                line.GetValue(service), line.GetValue(repository)!, line.GetValue(pull), line.GetValue(branch), line.GetValue(commit)!, line.GetValue(change) ?? [], line.GetValue(name)!,
                line.GetValue(api), line.GetValue(url), line.GetValue(noStatus), line.GetValue(dryRun))
            { Failure = line.GetValue(failure) },
            Code = (line, report) => line.GetValue(noStatus) && !report.Succeeded ? ExitCode.UserError : ExitCode.Done,
            Render = Render,
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

    private static void Render(Screen screen, PullReport report)
    {
        if (report.Outcome == PullOutcome.Shown)
            screen.Data.Profile.Out.Writer.Write(report.Comment);
        screen.Talk.Profile.Out.Writer.WriteLine(report.Outcome switch
        {
            PullOutcome.Added => $"The pull request has a new comment. {report.Status}",
            PullOutcome.Updated => $"The pull request's comment is written again. {report.Status}",
            PullOutcome.Shown => $"Nothing was written there ('--dry-run'). {report.Status}",
            PullOutcome.MovedOn => "Nothing was reported: the pull request has another commit now.",
            PullOutcome.None => "Nothing was reported: no open pull request has this commit.",
            PullOutcome.Closed => "Nothing was reported: the pull request is merged or closed.",
            _ => "Nothing was reported: the pull request comes from a fork, whose builds could say anything.",
        });
    }

    private static void Render(Screen screen, ExportedPipeline exported)
    {
        foreach (var line in exported.Next)
            screen.Talk.Profile.Out.Writer.WriteLine(line);
        foreach (var file in exported.Files)
            screen.Data.Profile.Out.Writer.WriteLine(Path.Combine(exported.Root, file));
    }
}
