using Landfall.Aws.CloudFormation;
using Landfall.Aws.SystemsManager;
using Landfall.Config;
using Landfall.Config.Stacks;
using Landfall.Operations.Auditing;
using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Failures;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Releases;

/// <summary>
/// Brings a service to another image, and nothing else: the image's parameter is written, and the stack updated with the
/// template that it has. Where that fails both are what they were (ADR 22).
/// </summary>
/// <param name="ground">The service.</param>
/// <param name="project">The project in the account that it goes to.</param>
/// <param name="target">The account and region.</param>
/// <param name="context">Who asks for it.</param>
internal sealed class ImageChange(ReleaseGround ground, Project project, AwsTarget target, OperationContext context)
{
    private readonly string _parameter = project.Plan.AwsNames.ImageParameter(ground.Service);

    /// <summary>Finds the image that the service's stack has.</summary>
    /// <returns>The stack, and the image; <c>none</c> before the first release.</returns>
    /// <exception cref="LandfallException">It is not deployed, or its image comes another way.</exception>
    public async Task<(Stack Stack, string Image)> FindAsync()
    {
        var client = target.Regions.ClientOf(ground.Stack);
        if (await client.FindStackAsync(ground.Stack, context.Stop).ConfigureAwait(false) is not { } stack || !StackStates.Stands(stack.Status))
            throw new LandfallException(ErrorCodes.NotReleasable, $"'{ground.Stack}' is not deployed, or CloudFormation is at work on it. Deploy the environment first: it works without an image, and its tasks start with the first release.");
        var template = await StackTemplate.FetchAsync(client, stack.Name, context.Stop).ConfigureAwait(false);
        return ReleasedImages.In(template).FirstOrDefault(read => read.Name == _parameter).Parameter is { } parameter
            ? (stack, stack.Parameters[parameter])
            : throw new LandfallException(ErrorCodes.NotReleasable, $"'{ground.Stack}' was deployed with an image of its own. Deploy it with 'image: {{ released: true }}' first.");
    }

    /// <summary>Brings it to an image.</summary>
    /// <param name="stack">The service's stack.</param>
    /// <param name="before">The image that it has.</param>
    /// <param name="image">The image, by its digest.</param>
    /// <param name="operation">What the audit trail calls it.</param>
    /// <returns>False where it had the image already.</returns>
    /// <exception cref="LandfallException">The tasks fail; the image before runs on.</exception>
    public async Task<bool> RunAsync(Stack stack, string before, string image, string operation)
    {
        using var store = new ParameterStore(target.Session);
        if (image == before && image == await store.FindAsync(_parameter, context.Stop).ConfigureAwait(false))
            return false;
        return await new Recorder(project, target, operation, context).RunAsync(async record =>
        {
            record.Begin(new ChangedSubject(ground.Service, before, image));
            await store.ReplaceAsync(_parameter, image, context.Stop).ConfigureAwait(false);
            if (await UpdateAsync(stack).ConfigureAwait(false) is { } failed)
                throw await BackAsync(store, stack, before, image, failed, record).ConfigureAwait(false);
            if (before == AwsNames.NoImage && await new FirstTasks(target, context).StartAsync(stack.Name, context.Stop).ConfigureAwait(false) is { } dead)
            {
                var error = await BackAsync(store, stack, before, image, dead, record).ConfigureAwait(false);
                await UpdateAsync((await target.Regions.ClientOf(stack.Name).FindStackAsync(stack.Name, context.Stop).ConfigureAwait(false))!).ConfigureAwait(false);
                throw error;
            }

            return true;
        }).ConfigureAwait(false);
    }

    private Task<StackFailure?> UpdateAsync(Stack stack) =>
        new StackUpdate(target, new FailingServices(target, project.Plan, context, rollBack: true), context).RunAsync(stack, context.Stop);

    private async Task<LandfallException> BackAsync(ParameterStore store, Stack stack, string before, string image, StackFailure failure, ChangeRecord record)
    {
        await store.ReplaceAsync(_parameter, before, context.Stop).ConfigureAwait(false);
        record.RollBack();
        context.Watcher.Say(before == AwsNames.NoImage ? $"{ground.Service} has no image, as before." : $"{ground.Service} runs {before} on.");
        return new LandfallException(ErrorCodes.DeploymentFailed, $"The release of {image} failed.")
        {
            Details = new FailedDeployment([new StackReport(stack.Name, StackOutcome.Failed, 0, 0)], [failure], "", ""),
        };
    }
}
