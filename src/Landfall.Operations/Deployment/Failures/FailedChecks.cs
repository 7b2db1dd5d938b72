using System.Text.Json;
using System.Text.Json.Nodes;
using Landfall.Aws;
using Landfall.Aws.Logs;
using Landfall.Config.Plan;

namespace Landfall.Operations.Deployment.Failures;

/// <summary>
/// Says which check of a rollout has failed, and why: ECS says only that it rolls back, and the function that checks writes its log
/// (<c>HookOutcome</c> in Landfall.Hooks).
/// </summary>
/// <param name="session">The account and region.</param>
/// <param name="plan">The environment.</param>
/// <param name="began">When the deployment began; what is older is of another.</param>
/// <param name="say">Gets lines for a person.</param>
internal sealed class FailedChecks(AwsSession session, AppPlan plan, DateTimeOffset began, Action<string> say)
{
    private readonly LogClient _logs = new(session);
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _checked =
        [.. plan.Services.OfType<ScaledServicePlan>().Where(service => service.Deploy.Checks.Count > 0).Select(service => service.Name)];

    /// <summary>Looks at a service that CloudFormation waits for.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="arn">The service's ARN.</param>
    /// <param name="stop">Gives up.</param>
    public async Task LookAsync(string stack, string arn, CancellationToken stop)
    {
        var service = arn.Split('/')[^1];
        if (!_checked.Contains(service))
            return;
        foreach (var line in await ReadAsync(service, stop).ConfigureAwait(false))
        {
            if (_told.Add(line.Id) && Read(line.Text) is { } outcome)
                Tell(stack, service, outcome);
        }
    }

    /// <summary>Why checks of a stack's service have failed.</summary>
    /// <param name="stack">The stack.</param>
    /// <returns>Lines for a person; none where none has.</returns>
    public IReadOnlyList<string> Of(string stack) => _known.GetValueOrDefault(stack, []);

    private void Tell(string stack, string service, Outcome outcome)
    {
        if (outcome.Status == "IN_PROGRESS" && outcome.Reasons.Count == 0)
        {
            // The line comes again with every look at the task.
            if (outcome.Task is { } task && _told.Add(task))
                say($"{stack}: the check {outcome.Check} of {service} runs as the task {task[(task.LastIndexOf('/') + 1)..]} …");
            return;
        }

        var failed = outcome.Status == "FAILED";
        string[] lines = [$"the check {outcome.Check} of {service} {(failed ? "has failed, and ECS rolls the deployment back" : "fails, and is tried again")}:", .. outcome.Reasons.Select(reason => $"  {reason}")];
        if (failed)
            _known[stack] = lines;
        say($"{stack}: {lines[0]}");
        foreach (var line in lines.Skip(1))
            say(line);
    }

    private async Task<IReadOnlyList<LogLine>> ReadAsync(string service, CancellationToken stop)
    {
        try
        {
            return await _logs.ReadSinceAsync(plan.AwsNames.ChecksLogGroup(service), began, stop).ConfigureAwait(false);
        }
        catch (Exception e) when (AwsFailure.Of(e) is not null && !stop.IsCancellationRequested)
        {
            return []; // not allowed, or away for a moment: the deployment goes on, and CloudFormation has its own reason
        }
    }

    /// <summary>What a line tells of a check that is not content; null for any other line.</summary>
    private static Outcome? Read(string text)
    {
        if (!text.StartsWith('{'))
            return null;
        try
        {
            return JsonNode.Parse(text) is JsonObject line && (string?)line["check"] is { } check && (string?)line["status"] is ("FAILED" or "IN_PROGRESS") and var status
                ? new Outcome(check, status, [.. (line["reasons"] as JsonArray ?? []).Select(reason => (string)reason!)], (string?)line["task"])
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private sealed record Outcome(string Check, string Status, IReadOnlyList<string> Reasons, string? Task);
}
