using Landfall.Config.Plan;
using Landfall.Operations;
using Landfall.Operations.Deployment;
using Landfall.Operations.Explaining;
using Landfall.Operator.Incidents;

namespace Landfall.Operator.Operating;

/// <summary>Takes a closer look at services that an incident affects, by the rules of <c>landfall explain</c>.</summary>
/// <param name="target">The account and region.</param>
/// <param name="plan">The environment.</param>
internal sealed class Investigator(AwsTarget target, AppPlan plan) : IInvestigator
{
    // Each look is some ten requests, and an outage of what all stand on affects all at once. The others' turn comes at the next ticks.
    private const int AtOnce = 5;

    // The last words of a program are enough, and are not masked: the file that they are kept in is the user's own.
    private const int MostEvidence = 12;

    /// <inheritdoc />
    public async Task<IReadOnlyList<Investigation>> LookAsync(IReadOnlyList<string> services, DateTimeOffset now, CancellationToken stop)
    {
        var chosen = plan.Services.OfType<ContainerServicePlan>().Where(service => service is not JobServicePlan && services.Contains(service.Title)).Take(AtOnce);
        var looked = await Task.WhenAll(chosen.Select(service => LookAsync(service, now, stop))).ConfigureAwait(false);
        return [.. looked.OfType<Investigation>()];
    }

    private async Task<Investigation?> LookAsync(ContainerServicePlan service, DateTimeOffset now, CancellationToken stop)
    {
        try
        {
            var explanation = await new ServiceExplainer(target, plan, service).RunAsync(now, stop).ConfigureAwait(false);
            return new Investigation(
                service.Title,
                now,
                0,
                [.. explanation.Findings.Select(finding => finding with { Evidence = [.. finding.Evidence.TakeLast(MostEvidence).Select(Config.Loading.Legible.Line)] })],
                [.. explanation.Unread.Select(part => $"{part.What}: {part.Reason}")]);
        }
        catch (Exception e) when (!stop.IsCancellationRequested && AwsFailure.Of(e) is not null)
        {
            return null; // the sources say that AWS cannot be reached; there is another look at the next tick
        }
    }
}
