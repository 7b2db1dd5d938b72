using Landfall.Aws;
using Landfall.Aws.CloudFormation;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;

namespace Landfall.Operations.Deployment;

/// <summary>Keeps the environments of pull requests from becoming more than the file allows: each of them costs money.</summary>
internal static class PreviewRoom
{
    /// <summary>Refuses one more where there are enough. Two that begin at the same moment do not see each other.</summary>
    /// <param name="session">The account and region.</param>
    /// <param name="plan">The environment, which is not deployed yet.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>When there is room, without a call for an environment of the file.</returns>
    /// <exception cref="LandfallException">There is none.</exception>
    public static async Task RequireAsync(AwsSession session, AppPlan plan, CancellationToken cancellation)
    {
        if (plan.Preview is not { } preview)
            return;
        var there = (await new CloudFormationClient(session).ListStacksAsync(cancellation).ConfigureAwait(false))
            .Where(stack => stack.Tags.GetValueOrDefault("landfall:app") == plan.App)
            .Select(stack => stack.Tags.GetValueOrDefault("landfall:environment"))
            .OfType<string>()
            .Where(environment => environment != plan.Environment && PreviewNames.Is(environment))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        if (there.Count < preview.Limit)
            return;
        throw new LandfallException(
            ErrorCodes.PreviewLimit,
            $"'{plan.Environment}' was not deployed: the file allows pull requests {preview.Limit} copies of '{preview.Of}' at once, and there {(there.Count == 1 ? "is" : "are")} {string.Join(", ", there)}. 'landfall destroy --env {there[0]}' takes one down; 'limit' of 'preview' allows more.");
    }
}
