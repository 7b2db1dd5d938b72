using Landfall.Aws.CloudFormation;
using Landfall.Aws.Resources;
using Landfall.Config;
using Landfall.Operations.Auditing;
using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Locks;
using Landfall.Operations.Deployment.Passes;
using Landfall.Operations.Processes;
using Landfall.Operations.Projects;
using Landfall.Operations.Synthesis;

namespace Landfall.Operations.Importing;

/// <summary>Takes a table or bucket that was there before into the environment's data stack, with all that it holds (ADR 28).</summary>
internal sealed class ImportOperation : Operation<ImportParameters, Imported>
{
    /// <inheritdoc />
    public override string Name => "import";

    /// <inheritdoc />
    public override string Summary => "Take over a table or bucket that is in AWS already, with what it holds.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override async Task<Imported> RunAsync(ImportParameters parameters, Agreed agreed, OperationContext context)
    {
        var project = ProjectLoader.LoadKnown(parameters.Folder, parameters.Environment, parameters.Local, BuildServer.IsHere(Environment.GetEnvironmentVariable));
        if (parameters.Local)
            project = Targets.ForLocal(project);
        var choice = ImportChoice.Find(project.Plan, parameters.Name);
        using var target = await Targets.OpenAsync(project.Plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        using var folder = await FolderLock.TakeAsync(project.EnvironmentFolder, context.Watcher.Say, context.Time, context.Stop).ConfigureAwait(false);
        var assembly = await Synthesizer.AssembleAsync(project, parameters.Local, context.Watcher.Say, context.Stop).ConfigureAwait(false);
        return await RunAsync(project, target, folder, assembly, choice, parameters.DryRun, agreed, context).ConfigureAwait(false);
    }

    /// <summary>Does it in the AWS that the environment is in.</summary>
    internal async Task<Imported> RunAsync(
        Project project, AwsTarget target, FolderLock folder, Assembly assembly, ImportChoice choice, bool dryRun, Agreed agreed, OperationContext context)
    {
        if (dryRun)
            return Of(project, await PlanAsync(project, target, assembly, choice, context).ConfigureAwait(false), dryRun: true);
        await using var alone = await EnvironmentLock.TakeAsync(folder, project, target, Name, context).ConfigureAwait(false);
        var plan = await PlanAsync(project, target, assembly, choice, context).ConfigureAwait(false);
        foreach (var difference in plan.Differences)
            context.Watcher.Say($"  {difference.Property}: is {ImportPlan.Shown(difference.Is)}, the next deployment makes it {ImportPlan.Shown(difference.Wanted)}");
        foreach (var effect in plan.Effects)
            context.Watcher.Say($"  {effect.Text}");
        var question = new Question(
            $"Take the {choice.Kind.Word} {choice.AwsName} into '{plan.Stack.Name}' as {choice.Title}? Nothing of it is changed now{(plan.Differences.Count > 0 ? "; the next deployment changes what is said above" : "")}.",
            "Add --yes to import from a script.");
        await agreed.RequireAsync(question, "Nothing was taken over.", context).ConfigureAwait(false);
        return await new Recorder(project, target, Name, context).RunAsync(async record =>
        {
            await new StackImport(target.Session, context).RunAsync(
                plan, () => record.Begin(new ChangedSubject(choice.Title, Before: null, $"{choice.AwsName}, in {plan.Stack.Name}"))).ConfigureAwait(false);
            return Of(project, plan, dryRun: false);
        }).ConfigureAwait(false);
    }

    private static async Task<ImportPlan> PlanAsync(Project project, AwsTarget target, Assembly assembly, ImportChoice choice, OperationContext context)
    {
        var plan = project.Plan;
        var deployed = await EnvironmentStacks.ReadAsync(target.Regions, plan, context.Stop).ConfigureAwait(false);
        var stack = plan.AwsNames.Stack("data");
        await ForeignStacks.RefuseAsync(target.Regions, plan, [stack], deployed, context.Stop).ConfigureAwait(false);
        if (deployed.FirstOrDefault(one => one.Name == stack)?.Stack.Status is { } status && status != "REVIEW_IN_PROGRESS" && !StackStates.Stands(status))
            throw new LandfallException(ErrorCodes.StackStuck, $"'{stack}' is in {status}, and takes nothing over. Wait where CloudFormation is at work, otherwise run 'landfall repair', and then the same command again.");
        var actual = await new ResourceClient(target.Session).FindAsync(choice.Kind.Type, choice.AwsName, context.Stop).ConfigureAwait(false)
            ?? throw new LandfallException(
                ErrorCodes.ImportMissing,
                $"There is no {choice.Kind.Word} {choice.AwsName} in account {target.Account}, {target.Region}. Mend 'awsName' of '{choice.Title}', or the environment's account and region.");
        var found = ImportPlan.Of(choice, actual, plan, deployed, SettledTemplates.Of(deployed, assembly.Stacks));
        if (await new ImportClient(target.Session).FindOwnerAsync(choice.AwsName, choice.Kind.Type, context.Stop).ConfigureAwait(false) is { } owner)
        {
            // "The resource to import doesn't already belong to another stack in the same Region" (CloudFormation User Guide, as above).
            throw new LandfallException(
                ErrorCodes.ImportOwned,
                $"The {choice.Kind.Word} {choice.AwsName} belongs to the stack '{owner}', and a resource is in one stack at a time. Give it 'DeletionPolicy: Retain' there and deploy that; then take it out of that stack's template, or delete the stack, and run the same command again.");
        }

        return found;
    }

    private static Imported Of(Project project, ImportPlan plan, bool dryRun) => new(
        project.Plan.App,
        project.Plan.Environment,
        plan.Choice.Title,
        plan.Choice.Kind.Word,
        plan.Choice.AwsName,
        plan.Stack.Name,
        plan.LogicalId,
        plan.Differences,
        [.. plan.Effects.Select(effect => effect.Text)],
        dryRun);
}
