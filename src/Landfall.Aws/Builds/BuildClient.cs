using System.Text.Json.Nodes;
using Landfall.Aws.Protocols;

namespace Landfall.Aws.Builds;

/// <summary>The part of CodeBuild that tells of builds.</summary>
/// <param name="session">Who calls, and where.</param>
public sealed class BuildClient(AwsSession session)
{
    private static readonly AwsService Service = new("codebuild", "codebuild", "CODEBUILD", "CodeBuild_20161006");

    /// <summary>Finds a build.</summary>
    /// <param name="id">Its id or ARN.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The build; null where there is none.</returns>
    /// <exception cref="AwsException">AWS refused.</exception>
    public async Task<Build?> FindAsync(string id, CancellationToken cancellation)
    {
        var answer = await JsonProtocol.CallAsync<JsonObject>(session, Service, "BatchGetBuilds", new { ids = new[] { id } }, cancellation).ConfigureAwait(false);
        return (answer["builds"] as JsonArray ?? []).OfType<JsonObject>()
            .Select(build => new Build((string)build["id"]!, (string?)build["logs"]?["groupName"], (string?)build["logs"]?["streamName"]))
            .FirstOrDefault();
    }
}
