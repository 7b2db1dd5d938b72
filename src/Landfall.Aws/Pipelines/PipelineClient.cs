using System.Text.Json.Nodes;
using Landfall.Aws.Protocols;

namespace Landfall.Aws.Pipelines;

/// <summary>The part of CodePipeline that tells what runs.</summary>
/// <param name="session">Who calls, and where.</param>
public sealed class PipelineClient(AwsSession session)
{
    private static readonly AwsService Service = new("codepipeline", "codepipeline", "CODEPIPELINE", "CodePipeline_20150709");

    /// <summary>
    /// Lists the runs of a pipeline that have not ended. A run that waits for somebody's approval is one of them
    /// (CodePipeline API Reference, "PipelineExecutionSummary": <c>InProgress</c>, <c>Stopping</c>).
    /// </summary>
    /// <param name="pipeline">The pipeline's name.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Their ids, of the newest hundred runs; none where there is no such pipeline.</returns>
    /// <exception cref="AwsException">AWS refused.</exception>
    public async Task<IReadOnlyList<string>> ListRunningAsync(string pipeline, CancellationToken cancellation)
    {
        try
        {
            var answer = await JsonProtocol.CallAsync<JsonObject>(session, Service, "ListPipelineExecutions", new { pipelineName = pipeline, maxResults = 100 }, cancellation).ConfigureAwait(false);
            return
            [
                .. (answer["pipelineExecutionSummaries"] as JsonArray ?? []).OfType<JsonObject>()
                    .Where(run => (string?)run["status"] is "InProgress" or "Stopping").Select(run => (string)run["pipelineExecutionId"]!),
            ];
        }
        catch (AwsException e) when (e.Code == "PipelineNotFoundException")
        {
            return [];
        }
    }
}
