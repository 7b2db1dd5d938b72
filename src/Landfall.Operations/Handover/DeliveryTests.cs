using System.Text.Json.Nodes;
using Landfall.Config.Pipelines;
using Landfall.Operations.Pipelines;

namespace Landfall.Operations.Handover;

/// <summary>What a team's pipeline has besides where its tests are builds of their own: a stage of them before the image is built.</summary>
internal static class DeliveryTests
{
    /// <summary>Adds it.</summary>
    /// <param name="resources">The template's resources.</param>
    /// <param name="matrix">How the tests are spread.</param>
    /// <param name="arm">True for builds on arm64.</param>
    public static void AddTo(JsonObject resources, TestMatrix matrix, bool arm)
    {
        var split = matrix.Shards > 1;
        var projects = matrix.Runtimes.ToDictionary(runtime => runtime, runtime => $"TestProject{TestMatrix.IdOf(runtime)}");
        resources["TestRole"] = DeliveryTemplate.Role("codebuild.amazonaws.com", [.. DeliveryTemplate.ForBuilds, Reports]);
        foreach (var (runtime, id) in projects)
        {
            resources[id] = DeliveryTemplate.Project("TestRole", TestMatrix.FileOf(runtime), arm, privileged: false);
            if (split)
                resources[id]!["Properties"]!["BuildBatchConfig"] = new JsonObject { ["ServiceRole"] = RoleTemplate.Sub("${BatchRole.Arn}") };
        }

        var arns = projects.Values.Select(id => $"${{{id}.Arn}}").ToList();
        if (split)
        {
            // It starts the builds of a batch. The projects name it, so that it cannot name them in itself.
            resources["BatchRole"] = DeliveryTemplate.Role("codebuild.amazonaws.com", []);
            resources["BatchRole"]!["Properties"]!.AsObject().Remove("Policies");
            resources["BatchPolicy"] = Policy("batch", ["BatchRole"], [new(["codebuild:RetryBuild", "codebuild:StartBuild", "codebuild:StopBuild"], arns)]);
        }

        Allow(resources["PipelineRole"]!, split ? new(["codebuild:BatchGetBuildBatches", "codebuild:StartBuildBatch", "codebuild:StopBuildBatch"], arns) : new(["codebuild:BatchGetBuilds", "codebuild:StartBuild"], arns));
        resources["ExplainTestsPolicy"] = Policy("explain-tests", ["TestRole"], [new(["codebuild:BatchGetBuilds"], arns), new(["logs:GetLogEvents"], ["${Log.Arn}"])]);
        resources["Pipeline"]!["Properties"]!["Stages"]!.AsArray().Insert(1, new JsonObject
        {
            ["Name"] = "Test",
            ["Actions"] = new JsonArray([.. projects.Select(pair => Action(pair.Key, pair.Value, split))]),
        });
    }

    // Of a batch there is a group of reports for each build beside the merged one: "the batch build report group name with a suffix of
    // BuildFanoutShard<shard_number>" (AWS CodeBuild User Guide, "Automatically merge individual build reports").
    private static Permission Reports => new(
        ["codebuild:BatchPutTestCases", "codebuild:CreateReport", "codebuild:CreateReportGroup", "codebuild:UpdateReport"],
        ["arn:${AWS::Partition}:codebuild:${AWS::Region}:${AWS::AccountId}:report-group/*-tests*"]);

    private static JsonObject Action(string runtime, string project, bool split)
    {
        var configuration = new JsonObject { ["ProjectName"] = new JsonObject { ["Ref"] = project } };
        if (split)
            configuration["BatchEnabled"] = "true";
        return new JsonObject
        {
            ["Name"] = $"Test-{runtime}",
            ["ActionTypeId"] = JsonNode.Parse("""{ "Category": "Test", "Owner": "AWS", "Provider": "CodeBuild", "Version": "1" }"""),
            ["Configuration"] = configuration,
            ["InputArtifacts"] = JsonNode.Parse("""[{ "Name": "Source" }]"""),
        };
    }

    private static JsonObject Policy(string name, IReadOnlyList<string> roles, IReadOnlyList<Permission> permissions) => new()
    {
        ["Type"] = "AWS::IAM::Policy",
        ["Properties"] = new JsonObject
        {
            ["PolicyName"] = name,
            ["Roles"] = new JsonArray([.. roles.Select(role => new JsonObject { ["Ref"] = role })]),
            ["PolicyDocument"] = new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray([.. permissions.Select(RoleTemplate.Statement)]) },
        },
    };

    private static void Allow(JsonNode role, Permission permission) =>
        role["Properties"]!["Policies"]![0]!["PolicyDocument"]!["Statement"]!.AsArray().Add(RoleTemplate.Statement(permission));
}
