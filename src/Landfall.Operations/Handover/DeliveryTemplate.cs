using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Landfall.Config.Pipelines;
using Landfall.Config.Plan;
using Landfall.Operations.Pipelines;

namespace Landfall.Operations.Handover;

/// <summary>
/// The CloudFormation template of a team's own pipeline: source, build, an approval where it is wanted, release. It is a stack of
/// the team's, which a deployment of the system does not touch; the image repository is the system's and outlives it.
/// </summary>
internal static class DeliveryTemplate
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the template.</summary>
    /// <param name="plan">The environment that is released to.</param>
    /// <param name="service">The service.</param>
    /// <param name="matrix">How its tests are spread, by builds of their own; null where its build runs them.</param>
    /// <param name="signing">What its images are signed with, or null.</param>
    /// <returns>JSON; the same arguments give the same bytes.</returns>
    public static string Write(AppPlan plan, ContainerServicePlan service, TestMatrix? matrix, SigningProfile? signing)
    {
        var permissions = new TeamPermissions(plan, service);
        var arm = service.Task.Architecture == CpuArchitecture.Arm64;
        var template = new JsonObject
        {
            ["AWSTemplateFormatVersion"] = "2010-09-09",
            ["Description"] = $"Delivery of {service.Title} to {plan.App} {plan.Environment}, from its own repository",
            ["Parameters"] = Json("""
                {
                  "Connection": { "Type": "String", "Description": "ARN of the connection to GitHub, GitLab or Bitbucket" },
                  "Repository": { "Type": "String", "Description": "The repository, for example acme/api" },
                  "Branch": { "Type": "String", "Default": "main", "Description": "The branch that is released" },
                  "Approval": { "Type": "String", "Default": "true", "AllowedValues": ["true", "false"], "Description": "Whether somebody approves each release" }
                }
                """),
            ["Conditions"] = Json("""{ "Approves": { "Fn::Equals": [{ "Ref": "Approval" }, "true"] } }"""),
            ["Resources"] = new JsonObject
            {
                ["Artifacts"] = Json("""
                    {
                      "Type": "AWS::S3::Bucket", "DeletionPolicy": "Retain", "UpdateReplacePolicy": "Retain",
                      "Properties": {
                        "BucketEncryption": { "ServerSideEncryptionConfiguration": [{ "ServerSideEncryptionByDefault": { "SSEAlgorithm": "AES256" } }] },
                        "PublicAccessBlockConfiguration": { "BlockPublicAcls": true, "BlockPublicPolicy": true, "IgnorePublicAcls": true, "RestrictPublicBuckets": true },
                        "LifecycleConfiguration": { "Rules": [{ "Status": "Enabled", "ExpirationInDays": 30 }] }
                      }
                    }
                    """),
                ["Log"] = Json("""{ "Type": "AWS::Logs::LogGroup", "DeletionPolicy": "Delete", "UpdateReplacePolicy": "Delete", "Properties": { "RetentionInDays": 30 } }"""),
                ["BuildRole"] = Role("codebuild.amazonaws.com", [.. ForBuilds, .. permissions.Build, Reports, .. signing is null ? [] : new[] { signing.Permission }]),
                ["ReleaseRole"] = Role("codebuild.amazonaws.com", [.. ForBuilds, .. permissions.Release]),
                ["BuildProject"] = Project("BuildRole", "buildspec.yml", arm, privileged: true),
                ["ReleaseProject"] = Project("ReleaseRole", "release.yml", arm, privileged: false),
                ["ExplainPolicy"] = Explain(),
                ["PipelineRole"] = Role("codepipeline.amazonaws.com",
                [
                    new(["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject"], ["${Artifacts.Arn}/*"]),
                    new(["codebuild:BatchGetBuilds", "codebuild:StartBuild"], ["${BuildProject.Arn}", "${ReleaseProject.Arn}"]),
                    new(["codeconnections:UseConnection", "codestar-connections:UseConnection"], ["${Connection}"]),
                ]),
                ["Pipeline"] = Pipeline(),
            },
        };
        if (matrix is not null)
            DeliveryTests.AddTo(template["Resources"]!.AsObject(), matrix, arm);
        return template.ToJsonString(Options) + "\n";
    }

    /// <summary>To explain why it failed, a build reads its own log. The projects name the roles, so that these cannot name the projects.</summary>
    private static JsonObject Explain() => new()
    {
        ["Type"] = "AWS::IAM::Policy",
        ["Properties"] = new JsonObject
        {
            ["PolicyName"] = "explain",
            ["Roles"] = new JsonArray(Json("""{ "Ref": "BuildRole" }"""), Json("""{ "Ref": "ReleaseRole" }""")),
            ["PolicyDocument"] = new JsonObject
            {
                ["Version"] = "2012-10-17",
                ["Statement"] = new JsonArray(
                    RoleTemplate.Statement(new(["codebuild:BatchGetBuilds"], ["${BuildProject.Arn}", "${ReleaseProject.Arn}"])),
                    RoleTemplate.Statement(new(["logs:GetLogEvents"], ["${Log.Arn}"]))),
            },
        },
    };

    internal static IReadOnlyList<Permission> ForBuilds =>
    [
        new(["logs:CreateLogStream", "logs:PutLogEvents"], ["${Log.Arn}"]),
        new(["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject"], ["${Artifacts.Arn}/*"]),
    ];

    // CodeBuild names the group of a build's reports by its project (AWS CodeBuild User Guide, "Report group naming").
    private static Permission Reports => new(
        ["codebuild:BatchPutTestCases", "codebuild:CreateReport", "codebuild:CreateReportGroup", "codebuild:UpdateReport"],
        ["arn:${AWS::Partition}:codebuild:${AWS::Region}:${AWS::AccountId}:report-group/*-tests"]);

    internal static JsonObject Role(string service, IReadOnlyList<Permission> permissions) => new()
    {
        ["Type"] = "AWS::IAM::Role",
        ["Properties"] = new JsonObject
        {
            ["AssumeRolePolicyDocument"] = new JsonObject
            {
                ["Version"] = "2012-10-17",
                ["Statement"] = new JsonArray(new JsonObject
                {
                    ["Effect"] = "Allow",
                    ["Principal"] = new JsonObject { ["Service"] = service },
                    ["Action"] = "sts:AssumeRole",
                    ["Condition"] = Json("""{ "StringEquals": { "aws:SourceAccount": { "Ref": "AWS::AccountId" } } }"""),
                }),
            },
            ["Policies"] = new JsonArray(new JsonObject
            {
                ["PolicyName"] = "delivery",
                ["PolicyDocument"] = new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray([.. permissions.Select(RoleTemplate.Statement)]) },
            }),
        },
    };

    internal static JsonObject Project(string role, string buildspec, bool arm, bool privileged) => new()
    {
        ["Type"] = "AWS::CodeBuild::Project",
        ["Properties"] = new JsonObject
        {
            ["ServiceRole"] = RoleTemplate.Sub($"${{{role}.Arn}}"),
            ["Artifacts"] = Json("""{ "Type": "CODEPIPELINE" }"""),
            ["Source"] = new JsonObject { ["Type"] = "CODEPIPELINE", ["BuildSpec"] = buildspec },
            ["Environment"] = new JsonObject
            {
                ["Type"] = arm ? "ARM_CONTAINER" : "LINUX_CONTAINER",
                ["Image"] = arm ? BuildImages.Arm64 : BuildImages.X86,
                ["ComputeType"] = "BUILD_GENERAL1_MEDIUM",
                ["PrivilegedMode"] = privileged, // only what builds images runs Docker's daemon
            },
            ["LogsConfig"] = Json("""{ "CloudWatchLogs": { "Status": "ENABLED", "GroupName": { "Ref": "Log" } } }"""),
            ["TimeoutInMinutes"] = 60,
        },
    };

    /// <summary>Of a stage that a condition leaves out nothing is left (CloudFormation User Guide, "AWS::NoValue").</summary>
    private static JsonObject Pipeline() => Json("""
        {
          "Type": "AWS::CodePipeline::Pipeline",
          "Properties": {
            "PipelineType": "V2",
            "ExecutionMode": "QUEUED",
            "RoleArn": { "Fn::GetAtt": ["PipelineRole", "Arn"] },
            "ArtifactStore": { "Type": "S3", "Location": { "Ref": "Artifacts" } },
            "Stages": [
              { "Name": "Source", "Actions": [{
                "Name": "Source", "ActionTypeId": { "Category": "Source", "Owner": "AWS", "Provider": "CodeStarSourceConnection", "Version": "1" },
                "Configuration": { "ConnectionArn": { "Ref": "Connection" }, "FullRepositoryId": { "Ref": "Repository" }, "BranchName": { "Ref": "Branch" }, "OutputArtifactFormat": "CODE_ZIP" },
                "OutputArtifacts": [{ "Name": "Source" }] }] },
              { "Name": "Build", "Actions": [{
                "Name": "Build", "Namespace": "Build", "ActionTypeId": { "Category": "Build", "Owner": "AWS", "Provider": "CodeBuild", "Version": "1" },
                "Configuration": { "ProjectName": { "Ref": "BuildProject" } },
                "InputArtifacts": [{ "Name": "Source" }], "OutputArtifacts": [{ "Name": "BillOfMaterials" }] }] },
              { "Fn::If": ["Approves", { "Name": "Approve", "Actions": [{
                "Name": "Approve", "ActionTypeId": { "Category": "Approval", "Owner": "AWS", "Provider": "Manual", "Version": "1" },
                "Configuration": { "CustomData": "Release the commit #{Build.TAG}?" } }] }, { "Ref": "AWS::NoValue" }] },
              { "Name": "Release", "Actions": [{
                "Name": "Release", "ActionTypeId": { "Category": "Build", "Owner": "AWS", "Provider": "CodeBuild", "Version": "1" },
                "Configuration": { "ProjectName": { "Ref": "ReleaseProject" }, "EnvironmentVariables": "[{\"name\":\"TAG\",\"value\":\"#{Build.TAG}\",\"type\":\"PLAINTEXT\"}]" },
                "InputArtifacts": [{ "Name": "Source" }] }] }
            ]
          }
        }
        """);

    private static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();
}
