using Landfall.Aws;
using Landfall.Aws.CloudFormation;
using Landfall.Config;
using Landfall.Operations.Changes;
using Landfall.Operations.Deployment.Failures;
using Landfall.Operations.Deployment.Locks;
using Landfall.Operations.Deployment.Passes;
using Landfall.Operations.Deployment.Protection;
using Landfall.Operations.Images;
using Landfall.Operations.LocalAws;
using Landfall.Operations.Projects;
using Landfall.Operations.Sites;
using Landfall.Operations.Synthesis;
using Landfall.Operations.Toolchain;

namespace Landfall.Operations.Deployment;

/// <summary>The whole way from a folder to running stacks.</summary>
/// <param name="context">Who deploys.</param>
internal sealed class Deployer(OperationContext context)
{
    private readonly IWatcher _watcher = context.Watcher;

    /// <summary>Deploys.</summary>
    /// <param name="parameters">What to deploy.</param>
    /// <param name="agreed">What the caller has agreed to beforehand.</param>
    /// <returns>The deployment.</returns>
    /// <exception cref="LandfallException">It cannot begin, was not agreed to, or CloudFormation gave up.</exception>
    public async Task<DeploymentReport> DeployAsync(DeployParameters parameters, Agreed agreed)
    {
        var cancellation = context.Stop;
        var project = ProjectLoader.LoadWithTags(parameters.Folder, parameters.Environment, parameters.Local);
        StackChoice.RequireKnown(project.Plan, parameters.Only);
        if (!parameters.Local)
            ImageTags.RequireDockerfiles(project.Plan, project.Root); // images come late, after the first stacks
        var local = parameters.Local ? (await new LocalAwsServer(context.Time).EnsureAsync(_watcher.Say, cancellation).ConfigureAwait(false)).State : null;
        if (local is not null)
            project = await PrepareLocalAsync(project, local, cancellation).ConfigureAwait(false);
        using var target = await Targets.OpenAsync(project.Plan, parameters.Local, context.Time, cancellation).ConfigureAwait(false);

        await using var alone = await EnvironmentLock.TakeAsync(project, target, "deploy", context).ConfigureAwait(false);
        var deployed = await EnvironmentStacks.ReadAsync(target.Session, project.Plan, cancellation).ConfigureAwait(false);
        if (local is null && deployed.Count > 0)
            project = await PublishedImages.FindAsync(project, target.Session, cancellation).ConfigureAwait(false);
        await SiteBuilder.BuildAsync(project, onlyMissing: false, _watcher.Say, cancellation).ConfigureAwait(false);
        _watcher.Say("Synthesising …");
        var assembly = await SynthesizeAsync(project, target, cancellation).ConfigureAwait(false);
        var chosen = StackChoice.Choose(assembly, project.Plan, parameters.Only);
        var names = chosen.Select(s => s.Name).ToList();
        if (await new StackReadiness(target.Session, context.Time).MakeAsync(names, _watcher.Say, cancellation).ConfigureAwait(false))
            deployed = await EnvironmentStacks.ReadAsync(target.Session, project.Plan, cancellation).ConfigureAwait(false);
        if (chosen.Count < assembly.Stacks.Count)
            StackChoice.RequireFoundations(assembly, project.Plan, chosen, [.. deployed.Where(s => StackStates.Stands(s.Stack.Status)).Select(s => s.Name)]);
        StackChoice.RequireNewFoundations(assembly, project.Plan, chosen, deployed);
        var only = parameters.Only.Count == 0 ? null : chosen.Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        var plan = PassRunner.PlanOf(deployed, assembly, only);
        var agreement = await new Gate(_watcher).AgreeAsync(project.Plan.Environment, deployed, plan, agreed, parameters.Change, cancellation).ConfigureAwait(false);
        if (agreement.Change.IsEmpty && await UnchangedStacks.FindAsync(target.Session, deployed, plan, cancellation).ConfigureAwait(false) is { } unchanged)
            return await ReportAsync(target.Session, project, unchanged, local, cancellation).ConfigureAwait(false);
        if (project.Plan.Protect && parameters.Change is null && !agreed.Yes && !await _watcher.AgreeAsync(
            new Question(
                $"Deploy {chosen.Count} stacks to '{project.Plan.Environment}' ({target.Account}, {target.Region})? It is protected; 'landfall diff {FolderArgument.Of(parameters.Folder)} --env {project.Plan.Environment}' shows what would change.",
                "Add --yes to deploy a protected environment from a script."),
            cancellation).ConfigureAwait(false))
        {
            throw new LandfallException(ErrorCodes.NotAgreed, "Nothing was deployed, because it was not agreed to.");
        }

        var tools = await ToolInstaller.EnsureAsync(_watcher.Say, cancellation).ConfigureAwait(false);
        var cdk = new CdkCli(tools, target, DeployLogs.Begin(project, context.Time.GetUtcNow()));
        await new Bootstrapper(cdk, target, context.Time).EnsureAsync(_watcher.Say, cancellation).ConfigureAwait(false);
        var images = new ImageStep(target.Session, _watcher);
        if (local is not null)
            images.SayWhatIsSkipped(project.Plan);

        var deployments = new DeploymentService(
            target, cdk, project.Plan.Protect, new FailingServices(target, context, parameters.RollbackOnFailure), context.Time);
        var guard = new ChangeSetGuard(cdk, new CloudFormationClient(target.Session), agreement.Change);
        var stacks = new StackService(target, deployments, guard, project.Plan, Path.Combine(project.EnvironmentFolder, "pass"), context.Time);
        var protection = new ProtectionPhase(target.Session, project.Plan.Protect, context.Time);
        List<StackReport> reports;
        try
        {
            reports = [.. await new PassRunner(stacks, _watcher).RunAsync(assembly, plan, only, WithImagesAsync, agreement.Removes, cancellation).ConfigureAwait(false)];
        }
        catch (LandfallException e)
        {
            await protection.RunAsync(names, _watcher.Say, cancellation).ConfigureAwait(false); // of those that stand
            if (e.Details is not FailedDeployment failed)
                throw;
            var others = UnreachedStacks.Of(SettledTemplates.Of(deployed, assembly.Stacks).Where(s => names.Contains(s.Name)), failed.Stacks, deployed);
            throw new LandfallException(e.Code, e.Message, e) { Details = failed with { Stacks = [.. failed.Stacks, .. others] } };
        }

        await protection.RunAsync(names, _watcher.Say, cancellation).ConfigureAwait(false);
        await new LeftFilesMarker(target, _watcher.Say).MarkAsync(project.Plan, assembly, reports, cancellation).ConfigureAwait(false);
        if (!agreement.Removes)
            reports.AddRange(plan.Unwanted.Select(name => new StackReport(name, StackOutcome.LeftInPlace, 0, 0)));
        return await ReportAsync(target.Session, project, reports, local, cancellation).ConfigureAwait(false);

        async Task<Assembly?> WithImagesAsync(CancellationToken stop) =>
            local is null && await images.PublishAsync(project, stop).ConfigureAwait(false) is { } published
                ? await SynthesizeAsync(project with { Plan = published }, target, stop).ConfigureAwait(false)
                : null;
    }

    private async Task<Project> PrepareLocalAsync(Project project, LocalAwsState local, CancellationToken cancellation)
    {
        var made = await LocalAwsPages.EnsureImportsAsync(local, project.Plan, cancellation).ConfigureAwait(false);
        if (made.Count > 0)
            _watcher.Say($"The local AWS starts empty: made stand-ins for {string.Join(", ", made)}, which the file imports.");
        return Targets.ForLocal(project);
    }

    private async Task<Assembly> SynthesizeAsync(Project project, AwsTarget target, CancellationToken cancellation)
    {
        var output = project.AssemblyFolder(target.IsLocal);
        await Synthesizer.SynthesizeAsync(new SynthesisRequest(project, output, Check: false), _watcher.Say, cancellation).ConfigureAwait(false);
        return Assembly.Read(output);
    }

    private static async Task<DeploymentReport> ReportAsync(
        AwsSession session, Project project, IReadOnlyList<StackReport> reports, LocalAwsState? local, CancellationToken cancellation)
    {
        var stacks = await EnvironmentStacks.ListAsync(session, project.Plan, cancellation).ConfigureAwait(false);
        var names = stacks.Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        var recorded = local is null ? [] : await LocalAwsPages.RecordedAsync(local, cancellation).ConfigureAwait(false);
        return new DeploymentReport(
            project.Plan.App,
            project.Plan.Environment,
            reports,
            EnvironmentStacks.Outputs(stacks),
            new SortedDictionary<string, int>(
                recorded.Where(r => names.Contains(r.Stack))
                    .GroupBy(r => r.Type).ToDictionary(g => g.Key, g => g.Count()),
                StringComparer.Ordinal));
    }
}
