using Landfall.Aws.CloudFormation;
using Landfall.Aws.ContainerRegistry;
using Landfall.Aws.SystemsManager;
using Landfall.Config;
using Landfall.Config.Stacks;
using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Failures;
using Landfall.Operations.Deployment.Locks;
using Landfall.Operations.Processes;

namespace Landfall.Operations.Releases;

/// <summary>
/// Brings a service to another image, and nothing else: the image's parameter is written, and the stack updated with the
/// template that it has. Where that fails both are what they were (ADR 22).
/// </summary>
internal sealed class ReleaseOperation : Operation<ReleaseParameters, ReleaseReport>
{
    /// <inheritdoc />
    public override string Name => "release";

    /// <inheritdoc />
    public override string Summary => "Release an image of a service whose image is 'released': its tasks are replaced, and where they fail the image before runs on.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override async Task<ReleaseReport> RunAsync(ReleaseParameters parameters, Agreed agreed, OperationContext context)
    {
        var began = context.Time.GetTimestamp();
        var ground = ReleaseGround.Of(parameters);
        var project = parameters.Local ? Targets.ForLocal(ground.Project) : ground.Project;
        using var target = await Targets.OpenAsync(project.Plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        using var folder = await FolderLock.TakeAsync(project.EnvironmentFolder, context.Watcher.Say, context.Time, context.Stop).ConfigureAwait(false);
        await using var alone = await EnvironmentLock.TakeAsync(folder, project, target, Name, context).ConfigureAwait(false);

        var (stack, parameter) = await FindAsync(ground, target, context.Stop).ConfigureAwait(false);
        var image = await ImageAsync(ground, target, parameters.Image, context.Stop).ConfigureAwait(false);
        var before = stack.Parameters[parameter];
        var name = project.Plan.AwsNames.ImageParameter(ground.Service);
        using var store = new ParameterStore(target.Session);
        var written = await store.FindAsync(name, context.Stop).ConfigureAwait(false);
        if (image == before && image == written)
            return Report(changed: false);

        await store.ReplaceAsync(name, image, context.Stop).ConfigureAwait(false);
        var update = new StackUpdate(target, new FailingServices(target, project.Plan, context, rollBack: true), context);
        if (await update.RunAsync(stack, context.Stop).ConfigureAwait(false) is { } failed)
            throw await BackAsync(failed).ConfigureAwait(false);
        if (before == AwsNames.NoImage && await new FirstTasks(target, context).StartAsync(stack.Name, context.Stop).ConfigureAwait(false) is { } dead)
        {
            var error = await BackAsync(dead).ConfigureAwait(false);
            await update.RunAsync((await target.Regions.ClientOf(stack.Name).FindStackAsync(stack.Name, context.Stop).ConfigureAwait(false))!, context.Stop).ConfigureAwait(false);
            throw error;
        }

        return Report(changed: true);

        async Task<LandfallException> BackAsync(StackFailure failure)
        {
            await store.ReplaceAsync(name, before, context.Stop).ConfigureAwait(false);
            context.Watcher.Say(before == AwsNames.NoImage ? $"{ground.Service} has no image, as before." : $"{ground.Service} runs {before} on.");
            return new LandfallException(ErrorCodes.DeploymentFailed, $"The release of {image} failed.")
            {
                Details = new FailedDeployment([new StackReport(stack.Name, StackOutcome.Failed, 0, 0)], [failure], "", ""),
            };
        }

        ReleaseReport Report(bool changed) => new(
            project.Plan.App, project.Plan.Environment, parameters.Service, image, before, changed, Math.Round(context.Time.GetElapsedTime(began).TotalSeconds, 1));
    }

    private static async Task<(Stack Stack, string Parameter)> FindAsync(ReleaseGround ground, AwsTarget target, CancellationToken stop)
    {
        var client = target.Regions.ClientOf(ground.Stack);
        if (await client.FindStackAsync(ground.Stack, stop).ConfigureAwait(false) is not { } stack || !StackStates.Stands(stack.Status))
            throw new LandfallException(ErrorCodes.NotReleasable, $"'{ground.Stack}' is not deployed, or CloudFormation is at work on it. Deploy the environment first: it works without an image, and its tasks start with the first release.");
        var template = await StackTemplate.FetchAsync(client, stack.Name, stop).ConfigureAwait(false);
        var name = ground.Project.Plan.AwsNames.ImageParameter(ground.Service);
        return ReleasedImages.In(template).FirstOrDefault(read => read.Name == name).Parameter is { } parameter
            ? (stack, parameter)
            : throw new LandfallException(ErrorCodes.NotReleasable, $"'{ground.Stack}' was deployed with an image of its own. Deploy it with 'image: {{ released: true }}' first.");
    }

    /// <summary>The image by its digest: a tag may be moved, and what was released may not.</summary>
    private static async Task<string> ImageAsync(ReleaseGround ground, AwsTarget target, string given, CancellationToken stop)
    {
        using var store = new ParameterStore(target.Session);
        var address = await store.FindAsync($"{ground.Project.Plan.ParameterRoot}/repositories/{ground.Service}/uri", stop).ConfigureAwait(false)
            ?? throw new LandfallException(ErrorCodes.NotReleasable, $"'{ground.Service}' has no repository yet. Deploy the environment first.");
        var wanted = given;
        if (given.Contains('/', StringComparison.Ordinal))
        {
            if (!given.StartsWith(address, StringComparison.Ordinal) || given[address.Length..] is not ([':' or '@', ..] and var end))
                throw new LandfallException(ErrorCodes.NotReleasable, $"'{given}' is not in the repository of '{ground.Service}', from which alone its tasks may pull. Push it to {address}.");
            wanted = end[1..];
        }

        var digest = await new ContainerRegistryClient(target.Session).FindDigestAsync(ground.Project.Plan.AwsNames.Repository(ground.Service), wanted, stop).ConfigureAwait(false)
            ?? throw new LandfallException(ErrorCodes.NotReleasable, $"{address} has no image '{wanted}'. Push it first.");
        return $"{address}@{digest}";
    }
}
