using Landfall.Operations.Explaining;
using Landfall.Operations.Status;

namespace Landfall.Operations.Asking.Answers;

/// <summary>How services are, and why one is not well.</summary>
internal sealed class HealthAnswer : IAnswerer
{
    /// <inheritdoc />
    public IReadOnlyList<Topic> Topics => [Topic.Health];

    /// <inheritdoc />
    public async Task<AnswerText> AnswerAsync(AskedQuestion asked, AskedPlace place)
    {
        var (given, context) = (place.Parameters, place.Context);
        if (asked.Services.Count == 1 && place.Plan.Services.Any(service => service.Title == asked.Services[0] && service is Config.Plan.ContainerServicePlan and not Config.Plan.JobServicePlan))
            return Of(await new ExplainOperation().RunAsync(new ExplainParameters(given.Folder, asked.Services[0], given.Environment, given.Local), Agreed.ToNothing, context).ConfigureAwait(false));
        var report = await new StatusOperation().RunAsync(new StatusParameters(given.Folder, asked.Services, given.Environment, given.Local, Watch: false), Agreed.ToNothing, context).ConfigureAwait(false);
        return Of(await report.States.FirstAsync(context.Stop).ConfigureAwait(false), asked);
    }

    /// <summary>Puts the state of services into words.</summary>
    /// <param name="status">The state.</param>
    /// <param name="asked">The question.</param>
    /// <returns>The answer.</returns>
    internal static AnswerText Of(EnvironmentStatus status, AskedQuestion asked)
    {
        if (!status.Deployed)
            return AnswerText.Unknown($"{status.App} {status.Environment} is not deployed.", "landfall deploy");
        var ill = status.Services.Where(service => service.Health is not (ServiceHealth.Healthy or ServiceHealth.Idle or ServiceHealth.Starting)).ToList();
        return AnswerText.Of(
            ill.Count == 0 ? $"Yes: none of {Quantity.Of(status.Services.Count, "service is", "services is")} unwell." : $"No: {string.Join(", ", ill.Select(service => $"{service.Service} is {Word(service.Health)}"))}.",
            [
                .. status.Services.Select(service => $"{service.Service}: {Word(service.Health)}, {service.Running} of {service.Desired} tasks run"),
                .. status.Alarms.Active.Select(alarm => $"alarm: {alarm.Name}"),
                .. status.Unread.Select(part => $"not looked at: {part.What}: {part.Reason}"),
            ],
            [Commands.For("status", asked.Services), .. ill.Select(service => Commands.For("explain", [service.Service]))]);
    }

    /// <summary>Puts an explanation into words.</summary>
    /// <param name="explanation">The explanation.</param>
    /// <returns>The answer.</returns>
    internal static AnswerText Of(Explanation explanation)
    {
        var command = Commands.For("explain", [explanation.Service]);
        if (explanation.Health == ServiceHealth.Unknown)
            return AnswerText.Unknown($"{explanation.Service} could not be looked at: {string.Join("; ", explanation.Unread.Select(part => part.Reason))}", command);
        return AnswerText.Of(
            explanation.Findings.Count == 0
                ? $"{explanation.Service} is {Word(explanation.Health)}, and nothing says that something is wrong."
                : $"{explanation.Service} is {Word(explanation.Health)}. {explanation.Findings[0].Cause} {explanation.Findings[0].Next}",
            [.. explanation.Findings.SelectMany(finding => finding.Evidence), .. explanation.Unread.Select(part => $"not looked at: {part.What}: {part.Reason}")],
            command);
    }

    private static string Word(ServiceHealth health) => health switch
    {
        ServiceHealth.NoImage => "without an image",
        ServiceHealth.Absent => "not there",
        _ => health.ToString().ToLowerInvariant(),
    };
}
