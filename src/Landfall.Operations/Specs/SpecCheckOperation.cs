using Landfall.Config;
using Landfall.Operations.Cost;
using Landfall.Operations.Projects;
using Landfall.Operations.Specs.Judging;
using Landfall.Operations.Specs.Reading;

namespace Landfall.Operations.Specs;

/// <summary>Reads the requirements of a project, and holds them against the plan, the templates and the running system.</summary>
internal sealed class SpecCheckOperation : Operation<SpecCheckParameters, SpecReport>
{
    /// <inheritdoc />
    public override string Name => "spec check";

    /// <inheritdoc />
    public override string Summary => "Read the requirements of a project, and hold those that carry checks against the plan, the templates and, with --running, the running system.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Reads;

    /// <inheritdoc />
    public override async Task<SpecReport> RunAsync(SpecCheckParameters parameters, Agreed agreed, OperationContext context)
    {
        if (parameters is { Url: not null, Running: false })
            throw new LandfallException(ErrorCodes.SpecOption, "'--url' says where the running system is, which is asked with '--running' alone. Add '--running', or leave '--url' out.");
        var project = ProjectLoader.Load(parameters.Folder, parameters.Environment);
        var folder = new SpecFolder(project.Root);
        var faults = new List<SpecFault>();
        var features = folder.Chosen(parameters.Feature).Select(feature => (Name: feature, Requirements: Read(folder, feature, faults))).ToList();
        var staleness = new SpecStaleness(folder, environment => ProjectLoader.Load(parameters.Folder, environment).Plan);
        foreach (var (feature, requirements) in features)
        {
            faults.AddRange(staleness.Of(feature, requirements, faults).Select(stale =>
                new SpecFault(SpecFolder.NameOf(feature, stale.File), stale.Line, "The part below is not what it has to be any more. 'landfall spec render' writes it again.")));
        }

        var checks = features.SelectMany(feature => feature.Requirements).SelectMany(requirement => requirement.Checks).ToList();
        var judge = await JudgeAsync(parameters, project, checks.Exists(line => Judge.NeedsTemplates(line.Check)), context).ConfigureAwait(false);
        var running = parameters.Running ? new RunningSystem(project.Plan, parameters.Url, context) : null;
        var judged = new List<CheckedRequirement>();
        foreach (var (feature, requirements) in features)
        {
            var tasks = TasksReader.Read(folder.Read(feature, SpecFolder.Tasks) ?? "");
            faults.AddRange(tasks.SelectMany(task => task.Requirements.Except(requirements.Select(one => one.Id)).Select(id =>
                new SpecFault(SpecFolder.NameOf(feature, SpecFolder.Tasks), task.Line, $"The task is for '{id}', which is no requirement of '{feature}'."))));
            foreach (var requirement in requirements)
            {
                var claims = new List<CheckedClaim>();
                foreach (var line in requirement.Checks)
                {
                    var judgement = line.Check is not HttpCheck http ? judge.Of(line.Check)
                        : running is null ? new Judgement(CheckOutcome.NotChecked, "the running system is asked with '--running'")
                        : await running.OfAsync(http).ConfigureAwait(false);
                    claims.Add(new CheckedClaim(line.Line, line.Text, judgement.Outcome, judgement.Found));
                }

                judged.Add(new CheckedRequirement(
                    feature, requirement.Id, requirement.Title, requirement.File, requirement.Line, requirement.Sentence?.Kind, Whole(claims), claims, tasks.Count(task => task.Requirements.Contains(requirement.Id))));
            }
        }

        return new SpecReport(project.Plan.App, project.Plan.Environment, judged, faults);
    }

    private static IReadOnlyList<Requirement> Read(SpecFolder folder, string feature, List<SpecFault> faults)
    {
        var (requirements, wrong) = RequirementsReader.Read(SpecFolder.NameOf(feature, SpecFolder.Requirements), folder.Read(feature, SpecFolder.Requirements) ?? "");
        faults.AddRange(wrong);
        return requirements;
    }

    private static async Task<Judge> JudgeAsync(SpecCheckParameters parameters, Project planned, bool templates, OperationContext context)
    {
        if (!templates)
            return new Judge(planned.Plan, null, null);
        using var estimated = await EstimatedEnvironment.OpenAsync(parameters.Folder, parameters.Environment, context).ConfigureAwait(false);
        return new Judge(estimated.Project.Plan, [.. estimated.Stacks.SelectMany(stack => stack.Resources)], CostOperation.Of(estimated.Project, estimated.Stacks));
    }

    private static CheckOutcome Whole(IReadOnlyList<CheckedClaim> claims) =>
        claims.Any(claim => claim.Outcome == CheckOutcome.Violated) ? CheckOutcome.Violated
        : claims.Count == 0 || claims.Any(claim => claim.Outcome == CheckOutcome.NotChecked) ? CheckOutcome.NotChecked
        : CheckOutcome.Satisfied;
}
