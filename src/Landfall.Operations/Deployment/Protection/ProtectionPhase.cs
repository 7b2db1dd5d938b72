using Landfall.Aws.CloudFormation;
using Landfall.Config;
using Landfall.Config.Stacks;

namespace Landfall.Operations.Deployment.Protection;

/// <summary>
/// The last step of a deployment: protection begins when a stack stands. Before, it would keep CloudFormation from rolling a
/// failed creation back. Each deployment finds for itself what is left to be protected.
/// </summary>
/// <param name="regions">The regions that the stacks are in.</param>
/// <param name="protect">Whether the environment is protected.</param>
/// <param name="time">The clock.</param>
internal sealed class ProtectionPhase(StackRegions regions, bool protect, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Protects the stacks that stand and are not protected yet.</summary>
    /// <param name="names">The stacks that were deployed.</param>
    /// <param name="say">Gets a line for a person before each stack that changes.</param>
    /// <param name="stop">Gives up; the next deployment goes on.</param>
    /// <exception cref="LandfallException">A stack stands, but could not be protected.</exception>
    public async Task RunAsync(IEnumerable<string> names, Action<string> say, CancellationToken stop)
    {
        foreach (var name in names)
        {
            if (await regions.ClientOf(name).FindStackAsync(name, stop).ConfigureAwait(false) is not { } stack || !StackStates.Stands(stack.Status))
                continue;
            if (stack.Parameters.GetValueOrDefault(ProtectionParameter.Name) == "false")
                await ProtectContentsAsync(stack, say, stop).ConfigureAwait(false);
            if (protect && !stack.TerminationProtection)
                await regions.ClientOf(name).SetTerminationProtectionAsync(name, true, stop).ConfigureAwait(false);
        }
    }

    private async Task ProtectContentsAsync(Stack stack, Action<string> say, CancellationToken stop)
    {
        say($"{stack.Name} stands; protecting what is in it …");
        await regions.ClientOf(stack.Name).UpdateParametersAsync(stack, new Dictionary<string, string> { [ProtectionParameter.Name] = "true" }, stop).ConfigureAwait(false);
        while (true)
        {
            var now = await regions.ClientOf(stack.Name).FindStackAsync(stack.Id, stop).ConfigureAwait(false);
            if (now?.Status is "UPDATE_COMPLETE" or "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS")
                return;
            if (now is null || !now.Status.EndsWith("_IN_PROGRESS", StringComparison.Ordinal))
                throw new LandfallException(ErrorCodes.NotProtected, $"'{stack.Name}' is deployed, but its deletion protection could not be turned on: {now?.StatusReason ?? "the stack is gone"}. Mend the cause and deploy again.");
            await Task.Delay(Pause, time, stop).ConfigureAwait(false);
        }
    }
}
