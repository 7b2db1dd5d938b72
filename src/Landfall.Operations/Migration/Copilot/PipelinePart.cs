using System.Text.Json.Nodes;

namespace Landfall.Operations.Migration.Copilot;

/// <summary>A pipeline of Copilot's.</summary>
/// <remarks>Source of the keys' meanings: AWS Copilot CLI, "Manifest", "Pipeline".</remarks>
internal static class PipelinePart
{
    /// <summary>What stands for a connection whose ARN nobody has given.</summary>
    public const string UnknownConnection = "arn:aws:codeconnections:REGION:ACCOUNT:connection/ID";

    /// <summary>Maps it.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="map">Its keys.</param>
    /// <param name="connection">The connection's ARN, or null.</param>
    /// <returns>The pipeline; without a connection one that names <see cref="UnknownConnection"/>.</returns>
    public static JsonObject Map(CopilotManifest manifest, ManifestMap map, string? connection)
    {
        map.Exact("name", manifest.Name);
        map.Exact("version", "–");
        var pipeline = new JsonObject { ["source"] = Source(map.Map("source"), connection) };
        if (map.Map("build") is { } build)
        {
            build.Left("image", "Builds run in Landfall's own image of CodeBuild.");
            build.Left("buildspec", "Landfall writes the buildspec. What a build has to do besides goes into the Dockerfile, or into 'build' of a site.");
            build.Left("additional_policy", "A pipeline may do what 'landfall deploy' needs.");
        }

        var stages = new JsonArray();
        foreach (var stage in map.Maps("stages"))
        {
            var name = stage.Text("name") ?? "";
            stage.Exact("name", "pipeline.stages.environment");
            var approval = stage.Flag("requires_approval") == true;
            stage.Exact("requires_approval", "pipeline.stages.approval");
            stages.Add(approval ? new JsonObject { ["environment"] = name, ["approval"] = true } : (JsonNode)name);
            stage.Left("deployments", "Landfall deploys in the order of 'uses'.");
            stage.Left("pre_deployments", "A command before a service's new version is its 'release'.");
            stage.Left("post_deployments", "Checks of a new version are 'deploy.checks' of a service.");
            stage.Left("test_commands", "Checks of a new version are 'deploy.checks' of a service; unit tests run where the image is built.");
        }

        pipeline["stages"] = stages;
        return pipeline;
    }

    private static JsonObject Source(ManifestMap? source, string? connection)
    {
        var properties = source?.Map("properties");
        var isCodeCommit = source?.Text("provider") == "CodeCommit";
        var mapped = isCodeCommit ? new JsonObject { ["codecommit"] = true } : new JsonObject { ["connection"] = connection ?? UnknownConnection };
        source?.Exact("provider", isCodeCommit ? "pipeline.source.codecommit" : "pipeline.source.connection");
        mapped["repository"] = Repository(properties?.Text("repository") ?? "", isCodeCommit);
        properties?.Exact("repository", "pipeline.source.repository");
        if (properties?.Text("branch") is { } branch)
        {
            mapped["branch"] = branch;
            properties.Exact("branch", "pipeline.source.branch");
        }

        properties?.Changed("connection_name", "pipeline.source.connection", "A connection is named by its ARN: 'aws codeconnections list-connections' shows it.");
        properties?.Changed("access_token_secret", "pipeline.source.connection", "A connection takes the place of the token: make one in the console, under Settings, Connections.");
        properties?.Left("output_artifact_format", "The source comes as a clone of its history.");
        properties?.Left("polling", "Pushes start the pipeline.");
        return mapped;
    }

    /// <summary>The repository of an address: <c>owner/name</c>, or CodeCommit's name.</summary>
    private static string Repository(string address, bool isCodeCommit)
    {
        var path = (Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.AbsolutePath : address).Trim('/');
        var parts = path.Split('/');
        return isCodeCommit && Array.IndexOf(parts, "repositories") is >= 0 and var at && at + 1 < parts.Length ? parts[at + 1]
            : path.EndsWith(".git", StringComparison.Ordinal) ? path[..^4] : path;
    }
}
