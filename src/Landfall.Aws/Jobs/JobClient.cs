using System.Text.Json.Nodes;
using Landfall.Aws.Containers;
using Landfall.Aws.Protocols;

namespace Landfall.Aws.Jobs;

/// <summary>The part of Step Functions that tells of the runs of a state machine.</summary>
/// <param name="session">Who calls, and where.</param>
public sealed class JobClient(AwsSession session)
{
    private static readonly AwsService Service = new("states", "states", "SFN", "AWSStepFunctions");

    /// <summary>Lists the last runs.</summary>
    /// <param name="stateMachine">The state machine's ARN.</param>
    /// <param name="count">How many at most, 1 to 1,000.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The runs, the last first; none where there is no such state machine.</returns>
    public async Task<IReadOnlyList<JobRun>> ListRunsAsync(string stateMachine, int count, CancellationToken cancellation)
    {
        try
        {
            var request = new { stateMachineArn = stateMachine, maxResults = count };
            var answer = await JsonProtocol.CallAsync<JsonObject>(session, Service, "ListExecutions", request, cancellation, JsonProtocol.Version10).ConfigureAwait(false);
            return
            [
                .. TaskReader.Items(answer, "executions")
                    .Select(run => new JobRun(TaskReader.Text(run, "executionArn"), TaskReader.Text(run, "status"), TaskReader.Time(run, "startDate") ?? default, TaskReader.Time(run, "stopDate")))
                    .OrderByDescending(run => run.Started),
            ];
        }
        catch (AwsException e) when (e.Code == "StateMachineDoesNotExist")
        {
            return [];
        }
    }

    /// <summary>Reads the definition of a state machine.</summary>
    /// <param name="stateMachine">The state machine's ARN.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>It in the Amazon States Language; null where there is no such state machine.</returns>
    public async Task<string?> FindDefinitionAsync(string stateMachine, CancellationToken cancellation)
    {
        try
        {
            var answer = await JsonProtocol.CallAsync<JsonObject>(session, Service, "DescribeStateMachine", new { stateMachineArn = stateMachine }, cancellation, JsonProtocol.Version10).ConfigureAwait(false);
            return TaskReader.Text(answer, "definition");
        }
        catch (AwsException e) when (e.Code == "StateMachineDoesNotExist")
        {
            return null;
        }
    }
}
