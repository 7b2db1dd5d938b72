using System.Text.Json.Nodes;
using Landfall.Config.Plan;

namespace Landfall.Constructs.Tests.Services;

/// <summary>What the stacks of a plan with every type of service contain.</summary>
public sealed class StackTests
{
    private static readonly Lazy<SynthesisedApp> Shop = new(() => new SynthesisedApp(ShopPlan.Create()));

    [Fact]
    public void WebService_Deployment_IsBlueGreenWithAlarmsThatRollBack()
    {
        var deployment = Shop.Value.Properties("shop-dev-api", "Service")["DeploymentConfiguration"]!;

        Assert.Equal("BLUE_GREEN", (string?)deployment["Strategy"]);
        Assert.Equal(10, (int?)deployment["BakeTimeInMinutes"]);
        Assert.Equal(100, (int?)deployment["MinimumHealthyPercent"]);
        Assert.Equal(200, (int?)deployment["MaximumPercent"]);
        Assert.True((bool?)deployment["DeploymentCircuitBreaker"]!["Rollback"]);
        Assert.Equal(["ErrorRate", "LatencyP99", "UnhealthyHosts"], Refs(deployment["Alarms"]!["AlarmNames"]!));
    }

    [Fact]
    public void WebService_Rule_ForwardsItsPathToTwoTargetGroups()
    {
        var rule = Shop.Value.Properties("shop-dev-api", "ListenerRule");

        Assert.Equal("""["/api","/api/*"]""", rule["Conditions"]![0]!["PathPatternConfig"]!["Values"]!.ToJsonString());
        Assert.Equal(ShopPlan.Create().Services.OfType<WebServicePlan>().Single().Priority, (int?)rule["Priority"]);
        Assert.Equal("EdgeHttpListenerArn", (string?)rule["ListenerArn"]!["Ref"]);
        Assert.Equal(2, rule["Actions"]![0]!["ForwardConfig"]!["TargetGroups"]!.AsArray().Count);
    }

    [Fact]
    public void WebService_Uses_AreInjectedAsVariablesAndSecrets()
    {
        var container = Shop.Value.Properties("shop-dev-api", "TaskDefinition")["ContainerDefinitions"]![0]!;
        var variables = Names(container["Environment"]!);
        var secrets = Names(container["Secrets"]!);

        Assert.Equal(
            [
                "AUDIT_TABLE", "AUTH_CLIENT_ID", "AUTH_USER_POOL_ID", "BACKEND_URL", "EMAILS_QUEUE_URL", "LANDFALL_APP",
                "LANDFALL_ENVIRONMENT", "LANDFALL_SERVICE", "LOG_LEVEL", "ORDERS_HOST", "ORDERS_NAME", "ORDERS_PORT",
                "ORDERS_SECRET_ARN", "UPLOADS_BUCKET",
            ],
            variables);
        Assert.Equal(["ORDERS_PASSWORD", "ORDERS_USER", "STRIPE"], secrets);
        Assert.EndsWith("/shop/dev/api@sha256:00", (string?)container["Image"]);
        Assert.True((bool?)container["ReadonlyRootFilesystem"]);
        Assert.Equal("/tmp", (string?)container["LinuxParameters"]!["Tmpfs"]![0]!["ContainerPath"]);
    }

    [Fact]
    public void WebService_TaskRole_AllowsWhatItUsesAndNothingElse()
    {
        var statements = Shop.Value.Properties("shop-dev-api", "TaskRole")["Policies"]![0]!["PolicyDocument"]!["Statement"]!.AsArray();
        var actions = statements.SelectMany(statement => Many(statement!["Action"]!)).Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "dynamodb:BatchGetItem", "dynamodb:BatchWriteItem", "dynamodb:ConditionCheckItem", "dynamodb:DeleteItem",
                "dynamodb:DescribeTable", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:Scan",
                "dynamodb:UpdateItem", "elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite", "s3:GetObject",
                "s3:ListBucket", "secretsmanager:GetSecretValue", "sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:SendMessage",
            ],
            actions);
        Assert.DoesNotContain(statements, statement => Many(statement!["Resource"]!).Contains("*"));
    }

    [Fact]
    public void WebService_Ingress_IsExactlyItsUsesAndTheLoadBalancer()
    {
        var ingress = Shop.Value.Resources("shop-dev-api")
            .Where(pair => (string?)pair.Value!["Type"] == "AWS::EC2::SecurityGroupIngress").Select(pair => pair.Key).Order();

        Assert.Equal(["FromLoadBalancer", "ReachBackendService", "ReachMediaFileSystem", "ReachOrdersDatabase"], ingress);
    }

    [Fact]
    public void InternalService_LoadBalanced_IsRoutedByItsPrivateName()
    {
        var rule = Shop.Value.Properties("shop-dev-backend", "ListenerRule");

        Assert.Equal("lb.backend.dev.shop.local", (string?)rule["Conditions"]![0]!["HostHeaderConfig"]!["Values"]![0]);
        Assert.Equal("backend", (string?)Shop.Value.Properties("shop-dev-backend", "PrivateDns")["Name"]);
    }

    [Fact]
    public void InternalService_Spot_SplitsTasks()
    {
        var service = Shop.Value.Properties("shop-dev-backend", "Service");

        Assert.Equal(
            """[{"CapacityProvider":"FARGATE","Weight":60},{"CapacityProvider":"FARGATE_SPOT","Weight":40}]""",
            service["CapacityProviderStrategy"]!.ToJsonString());
        Assert.True((bool?)service["EnableExecuteCommand"]);
    }

    [Fact]
    public void Worker_FromZero_WakesFollowsAndSleeps()
    {
        var target = Shop.Value.Properties("shop-dev-mailer", "ScalableTarget");
        var policies = Shop.Value.OfType("shop-dev-mailer", "AWS::ApplicationAutoScaling::ScalingPolicy")
            .Select(policy => (string?)policy["Properties"]!["PolicyName"]);

        Assert.Equal(0, (int?)target["MinCapacity"]);
        Assert.Equal(["shop-dev-mailer-wake", "shop-dev-mailer-backlog", "shop-dev-mailer-sleep"], policies);
        Assert.Equal("ScaleWake", (string?)Shop.Value.Properties("shop-dev-mailer", "Wake")["AlarmActions"]![0]!["Ref"]);
    }

    [Fact]
    public void Job_StateMachine_HasTimeoutAttemptsAndStopsWhatItStarted()
    {
        var definition = Shop.Value.Properties("shop-dev-nightly", "StateMachine")["DefinitionString"]!;
        var text = definition is JsonValue ? (string)definition! : string.Concat(
            definition["Fn::Join"]![1]!.AsArray().Select(part => part is JsonValue ? (string?)part : "REF"));
        var states = JsonNode.Parse(text)!["States"]!;

        Assert.Equal(3600, (int?)states["Run"]!["TimeoutSeconds"]);
        Assert.Equal(2, (int?)states["Again"]!["Choices"]![0]!["NumericLessThanEquals"]);
        Assert.Equal((string?)states["Run"]!["Parameters"]!["StartedBy.$"], (string?)states["Find"]!["Parameters"]!["StartedBy.$"]);
        Assert.Equal("Europe/Berlin", (string?)Shop.Value.Properties("shop-dev-nightly", "Schedule")["ScheduleExpressionTimezone"]);
    }

    [Fact]
    public void LoadTest_Command_TakesTheFileOnlyThroughVariables()
    {
        var service = Shop.Value.Properties("shop-dev-load", "Service");
        var container = Shop.Value.Properties("shop-dev-load", "TaskDefinition")["ContainerDefinitions"]![0]!;

        Assert.Equal(0, (int?)service["DesiredCount"]);
        Assert.DoesNotContain("health", (string?)container["Command"]![2]);
        Assert.Contains("TARGETS", Names(container["Environment"]!));
    }

    [Fact]
    public void Edge_Listener_AnswersNotFoundAndFirewallIsAttached()
    {
        var listener = Shop.Value.Properties("shop-dev-edge", "HttpListener");

        Assert.Equal("404", (string?)listener["DefaultActions"]![0]!["FixedResponseConfig"]!["StatusCode"]);
        Assert.Equal(5, Shop.Value.Properties("shop-dev-edge", "Firewall")["Rules"]!.AsArray().Count);
        Assert.Equal("internal", (string?)Shop.Value.Properties("shop-dev-edge", "InternalLoadBalancer")["Scheme"]);
    }

    [Fact]
    public void Edge_UserPoolClient_UsesTheCodeFlow()
    {
        var client = Shop.Value.Properties("shop-dev-edge", "UserPoolClient");

        Assert.Equal("""["code"]""", client["AllowedOAuthFlows"]!.ToJsonString());
        Assert.Equal("""["http://localhost:3000"]""", client["CallbackURLs"]!.ToJsonString());
    }

    private static IEnumerable<string?> Names(JsonNode list) => list.AsArray().Select(item => (string?)item!["Name"]);

    private static IEnumerable<string?> Refs(JsonNode list) => list.AsArray().Select(item => (string?)item!["Ref"]);

    private static IEnumerable<string?> Many(JsonNode value) =>
        value is JsonArray array ? array.Select(item => item is JsonValue ? (string?)item : "token") : [value is JsonValue ? (string?)value : "token"];
}
