using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Constructs.Tests.Samples;

namespace Landfall.Constructs.Tests.Pipelines;

public sealed class PipelineStackTests
{
    private const string Connection = "connection: arn:aws:codeconnections:eu-west-1:111111111111:connection/01234567-89ab-cdef-0123-456789abcdef, repository: acme/shop";

    [Fact]
    public void Synth_TwoEnvironments_HasTheStagesInOrder()
    {
        var pipeline = Pipeline(Synth(Plan(Connection)));

        Assert.Equal(
            ["Source", "Build", "Update", "Images", "Change-dev", "Approve-dev", "Deploy-dev", "Change-prod", "Approve-prod", "Deploy-prod"],
            Stages(pipeline).Select(stage => (string)stage["Name"]!));
        Assert.Equal(("V2", "SUPERSEDED", "shop-pipeline"), ((string)pipeline["PipelineType"]!, (string)pipeline["ExecutionMode"]!, (string)pipeline["Name"]!));
        Assert.True((bool)pipeline["RestartExecutionOnUpdate"]!);
        Assert.Equal(["Deploy-dev", "Deploy-prod"], Stages(pipeline).Where(stage => (string?)stage["OnFailure"]?["Result"] == "ROLLBACK").Select(stage => (string)stage["Name"]!));
    }

    [Fact]
    public void Synth_EnvironmentWithoutApproval_WaitsOnlyWhereTheChangeDoesHarm()
    {
        var stages = Stages(Pipeline(Synth(Plan(Connection)))).ToDictionary(stage => (string)stage["Name"]!);

        Assert.Equal(
            """{"Conditions":[{"Result":"SKIP","Rules":[{"Configuration":{"Variable":"#{Change-dev.HARM}","Value":"yes","Operator":"EQ"},"Name":"DoesHarm","RuleTypeId":{"Category":"Rule","Owner":"AWS","Provider":"VariableCheck","Version":"1"}}]}]}""",
            stages["Approve-dev"]["BeforeEntry"]!.ToJsonString());
        Assert.Null(stages["Approve-prod"]["BeforeEntry"]);
        Assert.Equal(2 * 24 * 60, (int)stages["Approve-prod"]["Actions"]![0]!["TimeoutInMinutes"]!);
        Assert.Equal("prod: #{Change-prod.CHANGE} The whole change: #{Change-prod.CODEBUILD_BUILD_URL}", (string)stages["Approve-prod"]["Actions"]![0]!["Configuration"]!["CustomData"]!);
    }

    [Fact]
    public void Synth_Approvals_TellTheRecipientsOfEachEnvironment()
    {
        var resources = Synth(Plan(Connection));

        Assert.Equal("""[{"Endpoint":"ops@example.com","Protocol":"email"}]""", resources["DevApprovals"]!["Properties"]!["Subscription"]!.ToJsonString());
        Assert.Equal("""[{"Endpoint":"https://example.com/hook","Protocol":"https"}]""", resources["ProdApprovals"]!["Properties"]!["Subscription"]!.ToJsonString());
        Assert.Equal(
            "arn:aws:sns:eu-west-1:111111111111:shop-pipeline-approve-prod",
            (string)Stages(Pipeline(resources)).Single(stage => (string)stage["Name"]! == "Approve-prod")["Actions"]![0]!["Configuration"]!["NotificationArn"]!);
    }

    [Theory]
    [InlineData(Connection, """[{"Branches":{"Includes":["main"]}}]""")]
    [InlineData(Connection + ", branch: trunk, paths: [api/**]", """[{"Branches":{"Includes":["trunk"]},"FilePaths":{"Includes":["api/**"]}}]""")]
    [InlineData(Connection + ", tags: [v*], paths: [api/**]", """[{"Tags":{"Includes":["v*"]}}]""")]
    public void Synth_Source_StartsAtWhatTheFileSays(string source, string push)
    {
        var trigger = Pipeline(Synth(Plan(source)))["Triggers"]![0]!;

        Assert.Equal("CodeStarSourceConnection", (string)trigger["ProviderType"]!);
        Assert.Equal(push, trigger["GitConfiguration"]!["Push"]!.ToJsonString());
        Assert.Null(trigger["GitConfiguration"]!["PullRequest"]);
    }

    [Fact]
    public void Synth_PullRequests_AreShownByAPipelineThatDeploysNothing()
    {
        var resources = Synth(Plan(Connection + ", pullRequest: true"));
        var shown = resources["PullRequests"]!["Properties"]!;

        Assert.Equal(["Source", "Build", "Images", "Change-dev", "Change-prod"], Stages(shown).Select(stage => (string)stage["Name"]!));
        Assert.Equal("""[{"Branches":{"Includes":["main"]},"Events":["OPEN","UPDATED"]}]""", shown["Triggers"]![0]!["GitConfiguration"]!["PullRequest"]!.ToJsonString());
        Assert.Equal(("shop-pipeline-pull-requests", "PARALLEL"), ((string)shown["Name"]!, (string)shown["ExecutionMode"]!));
        Assert.Null(Stages(shown).First()["Actions"]![0]!["Namespace"]);
    }

    [Fact]
    public void Synth_TokenForPullRequests_IsReadByTheReportAloneWhichGetsNoSource()
    {
        var resources = Synth(Plan(Connection + ", pullRequest: true, token: hub", secrets: "secrets: { hub: {} }"));
        var report = Stages(resources["PullRequests"]!["Properties"]!).Last();
        var action = report["Actions"]![0]!;

        Assert.Equal("Report", (string)report["Name"]!);
        Assert.Equal(["Change_dev", "Change_prod"], action["InputArtifacts"]!.AsArray().Select(input => (string)input!["Name"]!));
        Assert.Equal("Change_dev", (string)action["Configuration"]!["PrimarySource"]!);
        Assert.Contains("""{"name":"COMMIT","type":"PLAINTEXT","value":"#{Source.CommitId}"}""", (string)action["Configuration"]!["EnvironmentVariables"]!, StringComparison.Ordinal);
        Assert.Equal("Source", (string)Stages(resources["PullRequests"]!["Properties"]!).First()["Actions"]![0]!["Namespace"]!);
        Assert.DoesNotContain("Report", Stages(Pipeline(resources)).Select(stage => (string)stage["Name"]!));

        Assert.Equal(
            """[{"Name":"LANDFALL_PULL_TOKEN","Type":"SECRETS_MANAGER","Value":"shop/dev/hub"}]""",
            resources["ReportProject"]!["Properties"]!["Environment"]!["EnvironmentVariables"]!.ToJsonString());
        Assert.Equal(["arn:aws:secretsmanager:eu-west-1:111111111111:secret:shop/dev/hub-??????"], Allowed(resources, "ReportRole", "secretsmanager:GetSecretValue"));
        Assert.Equal(["arn:aws:codeconnections:eu-west-1:111111111111:connection/01234567-89ab-cdef-0123-456789abcdef"], Allowed(resources, "ReportRole", "codeconnections:GetConnection"));
        Assert.Equal(["arn:aws:codeconnections:eu-west-1:111111111111:host/*"], Allowed(resources, "ReportRole", "codeconnections:GetHost"));
        var roles = resources.Where(resource => (string)resource.Value!["Type"]! == "AWS::IAM::Role").Select(resource => resource.Key).ToList();
        Assert.All(roles.Where(role => role is not ("ReportRole" or "ReportFailureRole")), role => Assert.Empty(Allowed(resources, role, "secretsmanager:GetSecretValue")));
        Assert.All(resources.Where(resource => resource.Key.EndsWith("Project", StringComparison.Ordinal) && resource.Key is not ("ReportProject" or "ReportFailureProject")), project => Assert.Null(project.Value!["Properties"]!["Environment"]!["EnvironmentVariables"]));
        Assert.DoesNotContain(Statements(resources, "ReportRole").SelectMany(statement => Texts(statement["Action"])), action => action is "sts:AssumeRole" or "cloudformation:DescribeStacks");
        Assert.Contains("arn:aws:codebuild:eu-west-1:111111111111:project/shop-pipeline-report", Allowed(resources, "PipelineRole", "codebuild:StartBuild"));

        var commands = Commands(resources, "ReportProject");
        Assert.Equal("cd \"$(mktemp -d)\"", commands[0]);
        Assert.Contains("\"landfall\":{\"version\":\"1.2.3\"", commands[2], StringComparison.Ordinal);
        Assert.Equal(
            "dotnet landfall pipeline report --service \"$SERVICE\" ${ADDRESS:+--api \"$ADDRESS\"} --repository acme/shop --branch main --commit \"$COMMIT\" --change \"$CODEBUILD_SRC_DIR/change-dev.json\" --change \"$CODEBUILD_SRC_DIR_Change_prod/change-prod.json\" --name shop-pipeline --url \"$CODEBUILD_BUILD_URL\"",
            commands[^2]);
    }

    [Fact]
    public void Synth_TokenForPullRequests_TellsByAnEventWhyABuildFailed()
    {
        var resources = Synth(Plan(Connection + ", pullRequest: true, token: hub", secrets: "secrets: { hub: {} }"));
        var rule = resources["Failed"]!["Properties"]!;
        var target = rule["Targets"]![0]!;

        Assert.Equal(
            """{"source":["aws.codepipeline"],"detail-type":["CodePipeline Pipeline Execution State Change"],"detail":{"pipeline":["shop-pipeline-pull-requests"],"state":["FAILED"]}}""",
            rule["EventPattern"]!.ToJsonString());
        Assert.Equal("arn:aws:codebuild:eu-west-1:111111111111:project/shop-pipeline-report-failure", (string)target["Arn"]!);
        Assert.Equal("$.detail.execution-id", (string)target["InputTransformer"]!["InputPathsMap"]!["execution"]!);
        Assert.Equal("""{"environmentVariablesOverride":[{"name":"EXECUTION","type":"PLAINTEXT","value":<execution>}]}""", (string)target["InputTransformer"]!["InputTemplate"]!);
        Assert.Equal(["arn:aws:codebuild:eu-west-1:111111111111:project/shop-pipeline-report-failure"], Allowed(resources, "FailedRole", "codebuild:StartBuild"));

        var project = resources["ReportFailureProject"]!["Properties"]!;
        Assert.Equal(("NO_SOURCE", "NO_ARTIFACTS"), ((string)project["Source"]!["Type"]!, (string)project["Artifacts"]!["Type"]!));
        Assert.Equal("""[{"Name":"LANDFALL_PULL_TOKEN","Type":"SECRETS_MANAGER","Value":"shop/dev/hub"}]""", project["Environment"]!["EnvironmentVariables"]!.ToJsonString());
        Assert.Empty(Allowed(resources, "ReportFailureRole", "s3:GetObject"));
        Assert.Equal(["arn:aws:codepipeline:eu-west-1:111111111111:shop-pipeline-pull-requests"], Allowed(resources, "ReportFailureRole", "codepipeline:ListActionExecutions"));
        Assert.Contains("arn:aws:codebuild:eu-west-1:111111111111:project/shop-pipeline-change-dev", Allowed(resources, "ReportFailureRole", "codebuild:BatchGetBuilds"));
        Assert.Equal("cd \"$(mktemp -d)\"", Commands(resources, "ReportFailureProject")[0]);
        Assert.DoesNotContain("arn:aws:codebuild:eu-west-1:111111111111:project/shop-pipeline-report-failure", Allowed(resources, "PipelineRole", "codebuild:StartBuild"));
        Assert.False(Synth(Plan(Connection + ", pullRequest: true")).ContainsKey("Failed"));
    }

    [Theory]
    [InlineData("eu.amazon.nova-pro-v1:0", false)]
    [InlineData("{ model: eu.amazon.nova-pro-v1:0, failOn: high }", true)]
    public void Synth_Review_IsBesideTheReportWithACloneOfItsOwn(string review, bool fails)
    {
        var resources = Synth(Plan(Connection + ", pullRequest: true, token: hub", $", review: {review}", secrets: "secrets: { hub: {} }"));
        var actions = Stages(resources["PullRequests"]!["Properties"]!).Last()["Actions"]!.AsArray();

        Assert.Equal(["Report", "Review"], actions.Select(action => (string)action!["Name"]!));
        Assert.Equal(["Change_dev"], actions[1]!["InputArtifacts"]!.AsArray().Select(input => (string)input!["Name"]!));
        Assert.DoesNotContain("Review", Stages(Pipeline(resources)).SelectMany(stage => stage["Actions"]!.AsArray()).Select(action => (string)action!["Name"]!));
        Assert.Equal(
            ["arn:aws:bedrock:eu-west-1:111111111111:inference-profile/eu.amazon.nova-pro-v1:0", "arn:aws:bedrock:*::foundation-model/amazon.nova-pro-v1:0"],
            Allowed(resources, "ReviewRole", "bedrock:InvokeModel"));
        Assert.DoesNotContain(Statements(resources, "ReviewRole").SelectMany(statement => Texts(statement["Action"])), action => action is "sts:AssumeRole" or "codeconnections:UseConnection");

        var commands = Commands(resources, "ReviewProject");
        Assert.Equal("cd \"$(mktemp -d)\"", commands[0]);
        Assert.Contains("clone --quiet --no-checkout \"$SITE/acme/shop.git\" repository", commands[^3], StringComparison.Ordinal);
        Assert.DoesNotContain("LANDFALL_PULL_TOKEN@", string.Concat(commands), StringComparison.Ordinal);
        Assert.Contains("dotnet landfall pipeline review \"$PWD/repository\" --base origin/main --model eu.amazon.nova-pro-v1:0 --region eu-west-1 --max-tokens 60000", commands[^2], StringComparison.Ordinal);
        Assert.Equal(fails, commands[^2].Contains("--fail-on high", StringComparison.Ordinal));
        Assert.Equal(!fails, commands[^2].Contains("|| echo 'There is no review", StringComparison.Ordinal));
        Assert.Equal(fails, commands[^2].Contains("; false;", StringComparison.Ordinal));
    }

    [Fact]
    public void Synth_CodeCommit_IsStartedByARuleOfEventBridge()
    {
        var resources = Synth(Plan("codecommit: true, repository: shop"));

        Assert.Null(Pipeline(resources)["Triggers"]);
        Assert.Equal("CodeCommit", (string)Stages(Pipeline(resources)).First()["Actions"]![0]!["ActionTypeId"]!["Provider"]!);
        Assert.Equal(
            """{"source":["aws.codecommit"],"detail-type":["CodeCommit Repository State Change"],"resources":["arn:aws:codecommit:eu-west-1:111111111111:shop"],"detail":{"event":["referenceCreated","referenceUpdated"],"referenceType":["branch"],"referenceName":["main"]}}""",
            resources["Push"]!["Properties"]!["EventPattern"]!.ToJsonString());
        Assert.Equal("arn:aws:codepipeline:eu-west-1:111111111111:shop-pipeline", (string)resources["Push"]!["Properties"]!["Targets"]![0]!["Arn"]!);
    }

    [Fact]
    public void Synth_QueuedAndNamed_IsSo()
    {
        var resources = Synth(Plan(Connection, ", mode: queued", "release"), "shop-pipeline-release");

        Assert.Equal("QUEUED", (string)Pipeline(resources)["ExecutionMode"]!);
        Assert.Contains("dotnet landfall pipeline deploy . --pipeline release --yes", Commands(resources, "UpdateProject"));
    }

    [Fact]
    public void Synth_EnvironmentOfAnotherAccount_IsReachedByARoleThere()
    {
        var resources = Synth(Plan(Connection));

        Assert.Equal("arn:aws:iam::222222222222:role/shop-prod-deploy", Allowed(resources, "DeployProdRole", "sts:AssumeRole").Single());
        Assert.Equal("arn:aws:iam::222222222222:role/shop-prod-change", Allowed(resources, "ChangeProdRole", "sts:AssumeRole").Single());
        Assert.Empty(Allowed(resources, "ChangeProdRole", "cloudformation:GetTemplate"));
        Assert.Contains("aws configure set role_arn arn:aws:iam::222222222222:role/shop-prod-deploy --profile landfall", Commands(resources, "DeployProdProject"));
        Assert.DoesNotContain(Commands(resources, "DeployDevProject"), command => command.Contains("AWS_PROFILE", StringComparison.Ordinal));
        Assert.Contains("arn:aws:cloudformation:eu-west-1:111111111111:stack/shop-dev-*", Allowed(resources, "DeployDevRole", "cloudformation:DeleteStack"));
    }

    [Fact]
    public void Synth_DeployCommands_ApplyTheChangeThatWasShownAndHarmOnlyWithApproval()
    {
        var commands = Commands(Synth(Plan(Connection)), "DeployDevProject");

        Assert.Equal("dotnet tool restore", commands[0]);
        Assert.Contains("landfall.1.2.3.nupkg.sha512\")\" = 'aGFzaA=='", commands[1], StringComparison.Ordinal);
        Assert.Equal("cp \"$CODEBUILD_SRC_DIR_Change_dev\"/change-dev.* .", commands[2]);
        Assert.Contains("?stageName=='Approve-dev' && status=='Succeeded'", commands[4], StringComparison.Ordinal);
        Assert.EndsWith("else dotnet landfall deploy . --env dev --change change-dev.json --rollback-on-failure; fi", commands[5].Replace(" --images \"$CODEBUILD_SRC_DIR_Images_arm64\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("= ROLLBACK ]; then dotnet landfall deploy . --env dev --images \"$CODEBUILD_SRC_DIR_Images_arm64\" --yes --rollback-on-failure;", commands[5], StringComparison.Ordinal);
    }

    [Fact]
    public void Synth_BuildThatFails_ExplainsItselfFromItsOwnLog()
    {
        var resources = Synth(Plan(Connection));
        var phase = JsonNode.Parse((string)resources["BuildProject"]!["Properties"]!["Source"]!["BuildSpec"]!)!["phases"]!["build"]!;

        Assert.Equal("export PASSED=build", Texts(phase["commands"])[^1]);
        Assert.StartsWith("test \"$PASSED\" = build || {", Assert.Single(Texts(phase["finally"])), StringComparison.Ordinal);
        Assert.EndsWith("project/shop-pipeline-build", Assert.Single(Allowed(resources, "BuildRole", "codebuild:BatchGetBuilds")), StringComparison.Ordinal);
        Assert.EndsWith(":log-stream:build/*", Assert.Single(Allowed(resources, "BuildRole", "logs:GetLogEvents")), StringComparison.Ordinal);
    }

    [Fact]
    public void Synth_ImagesOfOneArchitecture_AreBuiltOnIt()
    {
        var resources = Synth(Plan(Connection));

        Assert.Equal(("ARM_CONTAINER", true), Machine("ImagesArm64Project"));
        Assert.Equal(("LINUX_CONTAINER", false), Machine("ChangeDevProject"));
        Assert.Equal(("LINUX_CONTAINER", false), Machine("DeployDevProject"));

        (string, bool) Machine(string project)
        {
            var environment = resources[project]!["Properties"]!["Environment"]!;
            return ((string)environment["Type"]!, (bool)environment["PrivilegedMode"]!);
        }
    }

    [Fact]
    public void Synth_Images_AreBuiltOnceAndDeployedFromTheArtifactEverywhere()
    {
        var resources = Synth(Plan(Connection + ", pullRequest: true"));

        Assert.Contains("dotnet landfall build images . --architecture arm64 --from dev --output .landfall/images/arm64 --env dev --env prod", Commands(resources, "ImagesArm64Project"));
        Assert.Single(resources.SelectMany(resource => resource.Key.EndsWith("Project", StringComparison.Ordinal) ? Commands(resources, resource.Key) : []), command => command.Contains("build images", StringComparison.Ordinal));
        foreach (var environment in new[] { "dev", "prod" })
        {
            var stage = Stages(Pipeline(resources)).Single(stage => (string)stage["Name"]! == $"Deploy-{environment}");
            Assert.Contains("Images_arm64", stage["Actions"]![0]!["InputArtifacts"]!.AsArray().Select(input => (string)input!["Name"]!));
            Assert.Equal(2, Regex.Count(Commands(resources, $"Deploy{(environment == "dev" ? "Dev" : "Prod")}Project")[^2], "--images \"\\$CODEBUILD_SRC_DIR_Images_arm64\""));
        }

        Assert.Equal(["Source", "Build", "Images", "Change-dev", "Change-prod"], Stages(resources["PullRequests"]!["Properties"]!).Select(stage => (string)stage["Name"]!));
        Assert.DoesNotContain(Statements(resources, "ImagesArm64Role").SelectMany(statement => Texts(statement["Action"])), action => Regex.IsMatch(action, "^ecr:(Put|Upload|Initiate|Complete)"));
    }

    [Fact]
    public void Synth_AnyRole_AllowsNoActionByAWildcardAndOpensNoOther()
    {
        // What has no resource to name: listing, tokens, metrics, and two that describe.
        string[] open = ["cloudformation:DescribeStacks", "cloudformation:ListStacks", "cloudwatch:GetMetricData", "ecr:GetAuthorizationToken", "ecs:DescribeTaskDefinition", "elasticloadbalancing:DescribeTargetHealth"];
        var resources = Synth(Plan(Connection + ", pullRequest: true"));
        var roles = resources.Where(resource => (string)resource.Value!["Type"]! == "AWS::IAM::Role").Select(resource => resource.Key).ToList();

        Assert.Equal(8, roles.Count);
        foreach (var statement in roles.SelectMany(role => Statements(resources, role)))
        {
            Assert.All(Texts(statement["Action"]), action => Assert.DoesNotContain("*", action, StringComparison.Ordinal));
            if (Texts(statement["Resource"]) is ["*"])
                Assert.All(Texts(statement["Action"]), action => Assert.Contains(action, open));
        }

        Assert.All(Statements(resources, "ChangeDevRole").SelectMany(statement => Texts(statement["Action"])).Where(action => !Regex.IsMatch(action, "^(logs:(Create|Put)|s3:PutObject)")), action =>
            Assert.Matches("^[a-z0-9-]+:(Batch(Get|Check)|Describe|Get|List)", action));
    }

    [Fact]
    public void Synth_Artifacts_AreEncryptedPrivateAndRefusedWithoutTls()
    {
        var resources = Synth(Plan(Connection));
        var bucket = resources["Artifacts"]!["Properties"]!;

        Assert.Equal("shop-pipeline-artifacts-111111111111-eu-west-1", (string)bucket["BucketName"]!);
        Assert.Equal("AES256", (string)bucket["BucketEncryption"]!["ServerSideEncryptionConfiguration"]![0]!["ServerSideEncryptionByDefault"]!["SSEAlgorithm"]!);
        Assert.True((bool)bucket["PublicAccessBlockConfiguration"]!["RestrictPublicBuckets"]!);
        Assert.Contains("aws:SecureTransport", resources["ArtifactsPolicy"]!.ToJsonString(), StringComparison.Ordinal);
    }

    private static AppPlan Plan(string source, string more = "", string name = "", string secrets = "")
    {
        var stages = "stages: [dev, { environment: prod, approval: { notify: [\"https://example.com/hook\"], timeout: 2d } }]";
        var pipeline = $"{{ source: {{ {source} }}, {stages}{more} }}";
        using var folder = new TemporaryFolder();
        folder.Write("landfall.yaml", $$"""
            app: shop
            region: eu-west-1
            notify: [ops@example.com]
            environments: { dev: { account: "111111111111" }, prod: { account: "222222222222" } }
            {{(name.Length == 0 ? $"pipeline: {pipeline}" : $"pipelines: {{ {name}: {pipeline} }}")}}
            services: { api: { type: web, image: { build: ./api } } }
            {{secrets}}
            """);
        var loaded = ConfigLoader.Load(folder.Path, _ => null);
        Assert.Empty(loaded.Problems.Where(problem => problem.Severity == ProblemSeverity.Error).Select(problem => problem.Message));
        return PlanResolver.ResolvePipelineStack(loaded.Config!, PlanResolver.ResolvePipeline(loaded.Config!, name) with { Version = "1.2.3", PackageHash = "aGFzaA==" });
    }

    private static JsonObject Synth(AppPlan plan, string stack = "shop-pipeline") => Synthesis.Run(plan)[stack]["Resources"]!.AsObject();

    private static JsonNode Pipeline(JsonObject resources) => resources["Pipeline"]!["Properties"]!;

    private static IEnumerable<JsonNode> Stages(JsonNode pipeline) => pipeline["Stages"]!.AsArray().Select(stage => stage!);

    private static IEnumerable<JsonNode> Statements(JsonObject resources, string role) =>
        resources[role]!["Properties"]!["Policies"]!.AsArray().SelectMany(policy => policy!["PolicyDocument"]!["Statement"]!.AsArray()).Select(statement => statement!);

    private static IEnumerable<string> Allowed(JsonObject resources, string role, string action) =>
        Statements(resources, role).Where(statement => Texts(statement["Action"]).Contains(action)).SelectMany(statement => Texts(statement["Resource"]));

    private static List<string> Commands(JsonObject resources, string project)
    {
        var phases = JsonNode.Parse((string)resources[project]!["Properties"]!["Source"]!["BuildSpec"]!)!["phases"]!;
        return [.. new[] { "install", "build" }.SelectMany(phase => Texts(phases[phase]!["commands"]))];
    }

    private static List<string> Texts(JsonNode? value) => value is JsonArray list ? [.. list.Select(text => text is JsonValue ? (string)text! : text!.ToJsonString())] : [(string)value!];
}
