using Landfall.Aws.CloudFormation;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;

namespace Landfall.Operations.Deployment;

/// <summary>
/// Refuses to take over what somebody else has made. CloudFormation knows a stack by its name, so that a stack of the same name
/// would be updated, and everything in it deleted, where a new one is meant; and names meet easily: AWS Copilot's are made as
/// Landfall's, and app 'a' with environment 'b-c' has those of app 'a-b' with environment 'c'.
/// </summary>
internal static class ForeignStacks
{
    // AWS Copilot CLI, "Developing", "Tags": on everything that it makes.
    private const string CopilotTag = "copilot-application";

    /// <summary>Refuses where a stack that is about to be made is there already and is not the environment's.</summary>
    /// <param name="regions">The regions that the stacks are in.</param>
    /// <param name="plan">The environment.</param>
    /// <param name="names">The stacks that are wanted.</param>
    /// <param name="deployed">The environment's stacks as they were read a moment ago.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The end of it.</returns>
    /// <exception cref="LandfallException">There is one.</exception>
    public static async Task RefuseAsync(
        StackRegions regions, AppPlan plan, IEnumerable<string> names, IReadOnlyList<DeployedStack> deployed, CancellationToken stop)
    {
        var unseen = names.Except(deployed.Select(d => d.Name), StringComparer.Ordinal);
        foreach (var stack in await Task.WhenAll(unseen.Select(name => regions.ClientOf(name).FindStackAsync(name, stop))).ConfigureAwait(false))
        {
            if (stack is not null)
                Refuse(stack, regions, plan);
        }
    }

    /// <summary>Refuses a stack that is not the environment's.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="regions">The regions that the stacks are in.</param>
    /// <param name="plan">The environment.</param>
    /// <exception cref="LandfallException">It is somebody else's.</exception>
    public static void Refuse(Stack stack, StackRegions regions, AppPlan plan)
    {
        var (app, environment) = (stack.Tags.GetValueOrDefault("landfall:app"), stack.Tags.GetValueOrDefault("landfall:environment"));
        var place = regions.SessionOf(stack.Name).Region;
        if (app == plan.App && environment == plan.Environment)
        {
            // Where an environment has moved to another region, what it had outside of its region is still the earlier one's.
            if (stack.Tags.GetValueOrDefault(EdgeGlobal.HomeTag, regions.Home.Region) is var home && home != regions.Home.Region)
                throw Refusal($"belongs to the environment of the same name in {home}. Destroy that one first (with 'region: {home}' in the file), or give this environment another name.");
            return;
        }

        throw Refusal((app, stack.Tags.GetValueOrDefault(CopilotTag)) switch
        {
            (not null, _) => $"belongs to '{environment}' of app '{app}', whose stacks have the same names. Give 'app' or the environment another name.",
            (_, { } copilot) => $"was made by AWS Copilot, for its application '{copilot}', and deploying would put Landfall's in its place. Give 'app' another name than '{plan.App}' for as long as both are there.",
            _ => "was not made by Landfall, and deploying would delete what is in it. Give 'app' or the service another name, or delete that stack first.",
        });

        LandfallException Refusal(string what) => new(ErrorCodes.StackForeign, $"'{stack.Name}' in {place} {what}");
    }
}
