using System.CommandLine;
using System.Globalization;
using Landfall.Cli.Terminal;
using Landfall.Operations.Pipelines.PullRequests;
using Landfall.Operations.Pipelines.Reviews;
using Landfall.Operations.Security;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall pipeline review</c>.</summary>
internal static class PipelineReviewCommand
{
    public static Command Create(CommandContext context)
    {
        var (folder, from, commit) = (SharedOptions.Folder(), new Option<string>("--base") { HelpName = "commit", Required = true }, new Option<string?>("--commit") { HelpName = "commit" });
        var (model, region) = (new Option<string>("--model") { HelpName = "model", Required = true }, new Option<string?>("--region") { HelpName = "region" });
        var maxTokens = new Option<int>("--max-tokens") { HelpName = "tokens", DefaultValueFactory = _ => ReviewBudget.Usual };
        var (maxCost, inputPrice, outputPrice) = (Dollars("--max-cost"), Dollars("--input-price"), Dollars("--output-price"));
        var (failOn, sarif) = (new Option<Severity?>("--fail-on") { HelpName = "severity" }, new Option<string?>("--sarif") { HelpName = "file" });
        var (service, repository, pull) = (new Option<PullService?>("--service"), new Option<string?>("--repository") { HelpName = "owner/name" }, new Option<int?>("--pull") { HelpName = "number" });
        var (branch, name, api, dryRun) = (new Option<string?>("--branch") { HelpName = "branch" }, new Option<string?>("--name") { HelpName = "name" }, new Option<string?>("--api") { HelpName = "address" }, new Option<bool>("--dry-run"));
        return new Door<PipelineReviewParameters, ReviewReport>(
            context, new PipelineReviewOperation(), folder, from, commit, model, region, maxTokens, maxCost, inputPrice, outputPrice, failOn, sarif, service, repository, pull, branch, name, api, dryRun)
        {
            Read = line => new PipelineReviewParameters(
                line.GetValue(folder)!, line.GetValue(from)!, line.GetValue(commit), line.GetValue(model)!, line.GetValue(region), line.GetValue(maxTokens), line.GetValue(maxCost),
                line.GetValue(inputPrice), line.GetValue(outputPrice), line.GetValue(failOn), line.GetValue(sarif), line.GetValue(service), line.GetValue(repository), line.GetValue(pull),
                line.GetValue(branch), line.GetValue(name), line.GetValue(api), line.GetValue(dryRun)),
            Render = Render,
            Code = (_, report) => report.Failed ? ExitCode.UserError : ExitCode.Done,
        };
    }

    private static Option<decimal?> Dollars(string name) => new(name) { HelpName = "dollars" };

    private static void Render(Screen screen, ReviewReport report)
    {
        var lines = screen.Data.Profile.Out.Writer;
        if (report.Shown is not null)
            lines.Write(report.Shown);
        foreach (var finding in report.Findings)
        {
            lines.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{finding.Severity.ToString().ToLowerInvariant(),-8} {finding.File}:{finding.Line}"));
            foreach (var line in HangingLines.Of($"         {finding.Title}", screen.Data.Profile.Width).Concat(finding.Detail.Length == 0 ? [] : HangingLines.Of($"         {finding.Detail}", screen.Data.Profile.Width)))
                lines.WriteLine(line);
        }

        foreach (var file in report.LeftOut)
            screen.Talk.Profile.Out.Writer.WriteLine($"Not shown: {PullText.Line(file.File, 300)}: {file.Reason}");
        screen.Talk.Profile.Out.Writer.WriteLine(Verdict(report));
    }

    private static string Verdict(ReviewReport report)
    {
        var said = report.Outcome switch
        {
            PullOutcome.MovedOn => "Nothing was written: the pull request has another commit now.",
            PullOutcome.None => "Nothing was reviewed: no open pull request has this commit.",
            PullOutcome.Closed => "Nothing was written: the pull request is merged or closed.",
            PullOutcome.Fork => "Nothing was reviewed: the pull request comes from a fork, where anybody could have a model paid.",
            PullOutcome.Added => "The pull request has a new comment.",
            PullOutcome.Updated => "The pull request's comment is written again.",
            _ => report.Shown is not null ? "Nothing was sent ('--dry-run')." : report.Use is null ? "Nothing was sent: there is nothing to show." : "",
        };
        var parts = new List<string> { string.Create(CultureInfo.InvariantCulture, $"{report.Files.Count} files, {report.Masked} lines with something hidden") };
        if (report.Use is { } use)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{report.Findings.Count} findings, {report.Dropped} dropped"));
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{use.InputTokens} tokens sent, {use.OutputTokens} answered"));
            if (use.Cost is { } cost)
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"${cost:0.0000}"));
        }

        return $"{said} {string.Join("; ", parts)}.{(report.Use is null ? "" : " This approves nothing.")}".TrimStart();
    }
}
