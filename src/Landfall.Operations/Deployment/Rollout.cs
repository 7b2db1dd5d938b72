using Landfall.Config;
using Landfall.Config.Stacks;
using Landfall.Operations.Accounts;
using Landfall.Operations.Changes;
using Landfall.Operations.Deployment.Failures;
using Landfall.Operations.Deployment.Passes;
using Landfall.Operations.Deployment.Protection;
using Landfall.Operations.Deployment.Releases;
using Landfall.Operations.Releases;
using Landfall.Operations.Secrets;
using Landfall.Operations.Sites;
using Landfall.Operations.Synthesis;
using Landfall.Operations.Toolchain;

namespace Landfall.Operations.Deployment;

/// <summary>Carries out what a deployment is to do and was agreed to.</summary>
/// <param name="ground">Where.</param>
/// <param name="intent">What is to be done.</param>
/// <param name="plan">The operations.</param>
/// <param name="agreement">What was agreed to.</param>
/// <param name="context">Who deploys.</param>
internal sealed class Rollout(
    DeploymentGround ground, Intent intent, PassPlan plan, Agreement agreement, OperationContext context)
{
    private readonly AwsTarget _target = ground.Target;
    private readonly ServiceImages _images = new(ground.Target.Session, ground.Built, context.Watcher);

    private readonly ReleasedImages _released = new(ground.Target.Session, intent.Project.Plan);

    /// <summary>Deploys.</summary>
    /// <param name="rollBack">True to give a stack up at the first failing task of its service.</param>
    /// <returns>How each stack ended, in order of deployment.</returns>
    /// <exception cref="LandfallException">CloudFormation gave up.</exception>
    public async Task<IReadOnlyList<StackReport>> RunAsync(bool rollBack)
    {
        var passes = new PassRunner(await PrepareAsync(rollBack).ConfigureAwait(false), context.Watcher)
        {
            Awaited = agreement.Change.Stacks.Select(stack => stack.Name).ToHashSet(StringComparer.Ordinal).Contains,
        };
        var protection = new ProtectionPhase(_target.Regions, intent.Project.Plan.Protect, context.Time);
        List<StackReport> reports;
        try
        {
            reports = [.. await passes.RunAsync(intent.Assembly, plan, intent.Only, WithImagesAsync, agreement.Removes, context.Stop).ConfigureAwait(false)];
        }
        catch (LandfallException e)
        {
            await protection.RunAsync(intent.Names, context.Watcher.Say, context.Stop).ConfigureAwait(false); // of those that stand
            if (e.Details is not FailedDeployment failed)
                throw;
            throw new LandfallException(e.Code, e.Message, e) { Details = failed with { Stacks = [.. failed.Stacks, .. Unreached(failed)] } };
        }

        await protection.RunAsync(intent.Names, context.Watcher.Say, context.Stop).ConfigureAwait(false);
        await new LeftFilesMarker(_target, context.Watcher.Say).MarkAsync(intent.Project.Plan, intent.Assembly, reports, context.Stop).ConfigureAwait(false);
        await _released.TidyAsync(intent.Deployed, agreement.Removes, context.Stop).ConfigureAwait(false);
        if (!agreement.Removes)
            reports.AddRange(plan.Unwanted.Select(name => new StackReport(name, StackOutcome.LeftInPlace, 0, 0)));
        return reports;
    }

    /// <summary>Brings what deploying needs: tools, a log, a bootstrapped account with the roles of AWS's services.</summary>
    private async Task<StackService> PrepareAsync(bool rollBack)
    {
        var app = intent.Project.Plan;
        var tools = await ToolInstaller.EnsureAsync(context.Watcher.Say, context.Stop).ConfigureAwait(false);
        var cdk = new CdkCli(tools, _target, DeployLogs.Begin(intent.Project, context.Time.GetUtcNow()));
        await new Bootstrapper(cdk, _target, context.Time).EnsureAsync(intent.Names, context.Watcher.Say, context.Stop).ConfigureAwait(false);
        var record = new ServiceRoleRecord(intent.Project, _target.IsLocal);
        record.Write(await new ServiceLinkedRoles(_target.Session, _target.IsLocal ? TimeSpan.Zero : ServiceLinkedRoles.Spreading, context.Time)
            .EnsureAsync(intent.Chosen.SelectMany(stack => stack.ResourceTypes), record.Services, context.Watcher.Say, context.Stop).ConfigureAwait(false));
        await _released.EnsureAsync(intent.Deployed, intent.Chosen, context.Stop).ConfigureAwait(false);
        if (_target.IsLocal)
            _images.SayWhatIsSkipped(app);

        var deployments = new DeploymentService(_target, cdk, app.Protect, new FailingServices(_target, app, context, rollBack), context.Time);
        var guard = new ChangeSetGuard(cdk, _target.Regions, agreement.Change);
        var runner = new ReleaseRunner(_target.Session, _target.IsLocal ? TimeSpan.FromMilliseconds(200) : TimeSpan.FromSeconds(3), context.Watcher.Say, context.Time);
        var releases = new ReleaseCommands(_target.Regions, app, runner, cdk.LogFile);
        return new StackService(_target, deployments, guard, releases, app, Path.Combine(intent.Project.EnvironmentFolder, "pass"), context.Time);
    }

    /// <summary>Once the repositories are there, images go into them, and services are deployed by what the registry calls them.</summary>
    private async Task<Assembly?> WithImagesAsync(CancellationToken stop)
    {
        await RequireSecretsAsync(stop).ConfigureAwait(false);
        return !_target.IsLocal && await _images.PublishAsync(intent.Project, stop).ConfigureAwait(false) is { } published
            ? await Synthesizer.AssembleAsync(intent.Project with { Plan = published }, _target.IsLocal, context.Watcher.Say, stop).ConfigureAwait(false)
            : null;
    }

    /// <summary>The secrets are there now, and nothing that reads them has been built or started.</summary>
    private Task RequireSecretsAsync(CancellationToken stop)
    {
        var (app, root) = (intent.Project.Plan, intent.Project.Root);
        var services = StackList.Of(app).Where(s => s.Service is not null && intent.Names.Contains(s.Name)).Select(s => s.Service!).ToList();
        return new SecretStep(new SecretStore(_target.Session), context.Watcher).EnsureAsync(app, services, root, _target.IsLocal, stop);
    }

    private IEnumerable<StackReport> Unreached(FailedDeployment failed)
    {
        var wanted = SettledTemplates.Of(intent.Deployed, intent.Assembly.Stacks).Where(s => intent.Names.Contains(s.Name));
        return UnreachedStacks.Of(wanted, failed.Stacks, intent.Deployed);
    }
}
