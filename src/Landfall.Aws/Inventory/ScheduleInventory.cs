using System.Text.Json.Nodes;
using Landfall.Aws.Protocols;

namespace Landfall.Aws.Inventory;

/// <summary>The parts of EventBridge that start tasks at given times: its rules, and its scheduler.</summary>
/// <param name="session">Who calls, and where.</param>
public sealed class ScheduleInventory(AwsSession session)
{
    private static readonly AwsService Events = new("events", "events", "EVENTBRIDGE", "AWSEvents");
    private static readonly AwsService Scheduler = new("scheduler", "scheduler", "SCHEDULER", "2021-06-30");

    /// <summary>Lists the rules of the default bus, on which alone rules with a schedule are.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Them as AWS describes them.</returns>
    public Task<IReadOnlyList<JsonNode>> ListRulesAsync(CancellationToken cancellation) =>
        Pages.ReadAsync("Rules", "NextToken", next => JsonProtocol.CallAsync<JsonObject>(session, Events, "ListRules", new { NextToken = next }, cancellation));

    /// <summary>Lists what a rule starts.</summary>
    /// <param name="rule">Its name.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The targets as AWS describes them.</returns>
    public Task<IReadOnlyList<JsonNode>> ListTargetsAsync(string rule, CancellationToken cancellation) =>
        Pages.ReadAsync("Targets", "NextToken", next => JsonProtocol.CallAsync<JsonObject>(session, Events, "ListTargetsByRule", new { Rule = rule, NextToken = next }, cancellation));

    /// <summary>Lists the schedules of the scheduler.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Them in short, each with a <c>Name</c>, a <c>GroupName</c> and the ARN of its target.</returns>
    public Task<IReadOnlyList<JsonNode>> ListSchedulesAsync(CancellationToken cancellation) => Pages.ReadAsync(
        "Schedules",
        "NextToken",
        next => GetAsync("ListSchedules", next is null ? "/schedules?MaxResults=100" : $"/schedules?MaxResults=100&NextToken={Uri.EscapeDataString(next)}", cancellation));

    /// <summary>Reads a schedule.</summary>
    /// <param name="group">Its group.</param>
    /// <param name="name">Its name.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>It as AWS describes it.</returns>
    public Task<JsonObject> ReadScheduleAsync(string group, string name, CancellationToken cancellation) =>
        GetAsync("GetSchedule", $"/schedules/{Uri.EscapeDataString(name)}?groupName={Uri.EscapeDataString(group)}", cancellation);

    private Task<JsonObject> GetAsync(string operation, string pathAndQuery, CancellationToken cancellation) =>
        RestJsonProtocol.GetAsync(session, Scheduler, operation, pathAndQuery, cancellation);
}
