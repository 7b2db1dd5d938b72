using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>The features of the file that no sample has, looked at from outside with the AWS CLI.</summary>
public sealed class KitchenSinkTests(KitchenSink sink) : IClassFixture<KitchenSink>
{
    [Fact]
    public async Task Deploy_Strategies_AreThoseOfTheFileAndRollBack()
    {
        var (blue, line, can) = (await DeploymentAsync("blue"), await DeploymentAsync("line"), await DeploymentAsync("can"));

        Assert.Equal(("BLUE_GREEN", 10), ((string)blue["strategy"]!, (int)blue["bakeTimeInMinutes"]!));
        Assert.Equal(("LINEAR", 3), ((string)line["strategy"]!, (int)line["bakeTimeInMinutes"]!));
        Assert.Equal((25.0, 2), ((double)line["linearConfiguration"]!["stepPercent"]!, (int)line["linearConfiguration"]!["stepBakeTimeInMinutes"]!));
        Assert.Equal("CANARY", (string)can["strategy"]!);
        Assert.Equal((5.0, 4), ((double)can["canaryConfiguration"]!["canaryPercent"]!, (int)can["canaryConfiguration"]!["canaryBakeTimeInMinutes"]!));
        Assert.All([blue, line, can], deployment =>
        {
            Assert.True((bool)deployment["deploymentCircuitBreaker"]!["rollback"]!);
            Assert.Equal((100, 200), ((int)deployment["minimumHealthyPercent"]!, (int)deployment["maximumPercent"]!));
        });
    }

    [Fact]
    public async Task Deploy_Alarms_RollBackAndTellPeopleOnce()
    {
        var watched = (await DeploymentAsync("blue"))["alarms"]!;
        var topic = (string)Assert.Single((await sink.AskAsync("sns", "list-subscriptions", "Subscriptions[?Endpoint=='ops@example.com'].TopicArn")).AsArray())!;
        var alarms = (await sink.AskAsync("cloudwatch", "describe-alarms", "MetricAlarms", "--alarm-name-prefix", "sink-main-")).AsArray()
            .ToDictionary(alarm => (string)alarm!["AlarmName"]!, alarm => (string?)alarm!["AlarmActions"]!.AsArray().FirstOrDefault());
        var fault = await sink.AskAsync("cloudformation", "get-template", "TemplateBody.Resources.Fault.Properties", "--stack-name", "sink-main-blue");

        Assert.True((bool)watched["rollback"]!);
        Assert.Equal(
            ["sink-main-blue-ErrorRate", "sink-main-blue-LatencyP99", "sink-main-blue-UnhealthyHosts"],
            watched["alarmNames"]!.AsArray().Select(name => (string)name!).Order(StringComparer.Ordinal));
        Assert.All(watched["alarmNames"]!.AsArray(), name => Assert.Null(alarms[(string)name!]));
        Assert.All(["ErrorRate", "LatencyP99", "UnhealthyHosts"], id => Assert.Contains($"\"{id}\"", fault["AlarmRule"]!.ToJsonString(), StringComparison.Ordinal));
        Assert.EndsWith(":sink-main-alarms", Assert.Single(fault["AlarmActions"]!.AsArray())!.ToJsonString().TrimEnd('"', ']', '}'), StringComparison.Ordinal);
        Assert.Equal(topic, alarms["sink-main-blue-RequestCount"]);
        Assert.Equal(topic, alarms["sink-main-nightly-Failed"]);
        Assert.Equal(topic, alarms["sink-main-stepper-DeadLetters"]);
    }

    [Fact]
    public async Task Deploy_Listeners_RedirectToHttpsWithTheDomainsCertificate()
    {
        var balancer = (string)(await sink.AskAsync("elbv2", "describe-load-balancers", "LoadBalancers[?Scheme=='internet-facing'].LoadBalancerArn"))[0]!;
        var listeners = (await sink.AskAsync("elbv2", "describe-listeners", "Listeners", "--load-balancer-arn", balancer)).AsArray().ToDictionary(l => (int)l!["Port"]!, l => l!);
        var certificate = (string)listeners[443]["Certificates"]![0]!["CertificateArn"]!;
        var rules = (await sink.AskAsync("elbv2", "describe-rules", "Rules", "--listener-arn", (string)listeners[443]["ListenerArn"]!)).AsArray();

        Assert.Equal(("redirect", "HTTPS"), ((string)listeners[80]["DefaultActions"]![0]!["Type"]!, (string)listeners[80]["DefaultActions"]![0]!["RedirectConfig"]!["Protocol"]!));
        Assert.Equal("sink.example.com", (string)(await sink.AskAsync("acm", "describe-certificate", "Certificate.DomainName", "--certificate-arn", certificate))!);
        Assert.StartsWith("ELBSecurityPolicy-TLS13", (string)listeners[443]["SslPolicy"]!, StringComparison.Ordinal);
        var blue = rules.Single(rule => rule!["Conditions"]!.ToJsonString().Contains("/blue/*", StringComparison.Ordinal))!;
        Assert.Equal(["authenticate-cognito", "forward"], blue["Actions"]!.AsArray().Select(action => (string)action!["Type"]!));
        Assert.Contains(rules, rule => rule!["Conditions"]!.ToJsonString().Contains("can.sink.example.com", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Deploy_Records_LeadToCdnAndLoadBalancer()
    {
        var records = (await sink.AskAsync("route53", "list-resource-record-sets", "ResourceRecordSets[?Type=='A']", "--hosted-zone-id", "Z0123456789EXAMPLE01")).AsArray()
            .ToDictionary(record => (string)record!["Name"]!, record => (string)record!["AliasTarget"]!["DNSName"]!);
        var balancer = await sink.ParameterAsync("edge/dns-name");

        Assert.Equal(await sink.ParameterAsync("sites/page/distribution-name"), records["sink.example.com."]);
        Assert.Equal(balancer, records["origin.sink.example.com."]);
        Assert.Equal(balancer, records["can.sink.example.com."]);

        var ipv6 = (await sink.AskAsync("route53", "list-resource-record-sets", "ResourceRecordSets[?Type=='AAAA'].Name", "--hosted-zone-id", "Z0123456789EXAMPLE01")).AsArray().Select(name => (string)name!).ToList();
        Assert.Contains("sink.example.com.", ipv6);
        Assert.DoesNotContain("can.sink.example.com.", ipv6);
    }

    [Fact]
    public async Task Deploy_InternalService_IsBehindAnInternalLoadBalancerAndAdmitsItsCallersOnly()
    {
        var group = await sink.ParameterAsync("services/back/security-group");
        var callers = new[] { "edge/internal-security-group", "services/line/security-group", "services/nightly/security-group" };
        var admitted = new List<(int, string)>();
        foreach (var caller in callers)
            admitted.Add((8080, await sink.ParameterAsync(caller)));

        Assert.Single((await sink.AskAsync("elbv2", "describe-load-balancers", "LoadBalancers[?Scheme=='internal']")).AsArray());
        Assert.Equal(admitted.Order(), await sink.AdmittedAsync(group));
    }

    [Fact]
    public async Task Deploy_Task_HasVolumeSidecarAndShell()
    {
        var task = await sink.TaskAsync("blue");
        var containers = task["containerDefinitions"]!.AsArray().ToDictionary(c => (string)c!["name"]!, c => c!);
        var system = await sink.ParameterAsync("file-systems/shared/id");
        var service = await sink.ServiceAsync("blue");

        Assert.Equal((system, "ENABLED"), ((string)task["volumes"]![0]!["efsVolumeConfiguration"]!["fileSystemId"]!, (string)task["volumes"]![0]!["efsVolumeConfiguration"]!["transitEncryption"]!));
        Assert.Equal("/data", (string)containers["blue"]["mountPoints"]![0]!["containerPath"]!);
        Assert.Equal([(2049, await sink.ParameterAsync("services/blue/security-group"))], await sink.AdmittedAsync(await sink.ParameterAsync("file-systems/shared/security-group")));
        Assert.Equal(3, (await sink.AskAsync("efs", "describe-mount-targets", "MountTargets", "--file-system-id", system)).AsArray().Count);
        Assert.Equal((9000, false), ((int)containers["proxy"]["portMappings"]![0]!["containerPort"]!, (bool)containers["proxy"]["essential"]!));
        Assert.Equal("b", (string)containers["proxy"]["environment"]![0]!["value"]!);
        Assert.True((bool)service["enableExecuteCommand"]!);
        Assert.Equal(
            ["FARGATE 60", "FARGATE_SPOT 40"],
            service["capacityProviderStrategy"]!.AsArray().Select(item => $"{item!["capacityProvider"]} {item["weight"]}"));
    }

    [Fact]
    public async Task Deploy_Scaling_FollowsLoadAndClock()
    {
        var action = (await sink.AskAsync("application-autoscaling", "describe-scheduled-actions", "ScheduledActions[0]", "--service-namespace", "ecs"))!;
        var policies = await sink.NamesAsync("application-autoscaling", "describe-scaling-policies", "ScalingPolicies[?ResourceId=='service/sink-main/blue'].PolicyName", "--service-namespace", "ecs");

        Assert.Equal(("morning", "cron(0 8 ? * MON-FRI *)", "Europe/Berlin"), ((string)action["ScheduledActionName"]!, (string)action["Schedule"]!, (string)action["Timezone"]!));
        Assert.Equal((4, 6), ((int)action["ScalableTargetAction"]!["MinCapacity"]!, (int)action["ScalableTargetAction"]!["MaxCapacity"]!));
        Assert.Equal(["sink-main-blue-cpu", "sink-main-blue-memory", "sink-main-blue-requests"], policies);
    }

    [Theory]
    [InlineData("stepper", "in out sleep wake")]
    [InlineData("backlog", "backlog sleep wake")]
    public async Task Deploy_Worker_WakesFromZeroAndGoesBackToIt(string worker, string expected)
    {
        var policies = (await sink.AskAsync("application-autoscaling", "describe-scaling-policies", $"ScalingPolicies[?ResourceId=='service/sink-main/{worker}']", "--service-namespace", "ecs")).AsArray()
            .ToDictionary(policy => ((string)policy!["PolicyName"]!).Split('-')[^1], policy => policy!);
        var alarms = (await sink.AskAsync("cloudwatch", "describe-alarms", "MetricAlarms", "--alarm-name-prefix", $"sink-main-{worker}-")).AsArray()
            .ToDictionary(alarm => ((string)alarm!["AlarmName"]!).Split('-')[^1], alarm => (string?)alarm!["AlarmActions"]!.AsArray().FirstOrDefault());

        Assert.Equal(expected, string.Join(' ', policies.Keys.Order(StringComparer.Ordinal)));
        Assert.Equal((string)policies["wake"]["PolicyARN"]!, alarms["Wake"]);
        Assert.Equal((string)policies["sleep"]["PolicyARN"]!, alarms["Sleep"]);
        var sleep = policies["sleep"]["StepScalingPolicyConfiguration"]!;
        Assert.Equal(("ExactCapacity", 0), ((string)sleep["AdjustmentType"]!, (int)sleep["StepAdjustments"]![0]!["ScalingAdjustment"]!));
    }

    [Fact]
    public async Task Deploy_Job_HasItsTimeItsLimitAndItsAttempts()
    {
        var arn = (string)(await sink.AskAsync("stepfunctions", "list-state-machines", "stateMachines[?name=='sink-main-nightly'].stateMachineArn"))[0]!;
        var machine = JsonNode.Parse((string)(await sink.AskAsync("stepfunctions", "describe-state-machine", "definition", "--state-machine-arn", arn))!)!["States"]!;
        var schedule = await sink.AskAsync("scheduler", "get-schedule", "[ScheduleExpression, ScheduleExpressionTimezone, Target.Arn]", "--name", "sink-main-nightly");

        Assert.Equal(["cron(0 3 * * ? *)", "Europe/Berlin", arn], schedule.AsArray().Select(text => (string)text!));
        Assert.Equal(7200, (int)machine["Run"]!["TimeoutSeconds"]!);
        Assert.Equal(2, (int)machine["Again"]!["Choices"]![0]!["NumericLessThanEquals"]!);
    }

    [Fact]
    public async Task Deploy_LoadTest_RunsAgainstBothAddresses()
    {
        var targets = (await sink.TaskAsync("load"))["containerDefinitions"]![0]!["environment"]!.AsArray().Single(variable => (string)variable!["name"]! == "TARGETS")!;

        Assert.Equal(1, (int)(await sink.ServiceAsync("load"))["desiredCount"]!);
        Assert.Equal("https://sink.example.com/blue/up http://blue:8080/blue/up", (string)targets["value"]!);
    }

    [Fact]
    public async Task Deploy_Logs_AreKeptAsTheServiceAndTheNetworkSay()
    {
        var days = (await sink.AskAsync("logs", "describe-log-groups", "logGroups", "--log-group-name-prefix", "/sink/main/")).AsArray()
            .ToDictionary(group => (string)group!["logGroupName"]!, group => (int)group!["retentionInDays"]!);

        Assert.Equal((7, 14, 14, 14), (days["/sink/main/blue"], days["/sink/main/back"], days["/sink/main/flow-logs"], days["/sink/main/page-deploy"]));
    }

    [Fact]
    public async Task Deploy_Secrets_AreGeneratedOrWaitForAPerson()
    {
        var session = (string)(await sink.AskAsync("secretsmanager", "get-secret-value", "SecretString", "--secret-id", "sink/main/session"))!;
        var stripe = await sink.Cloud.AwsTextAsync("secretsmanager", "get-secret-value", "--secret-id", "sink/main/stripe");
        var orders = JsonNode.Parse((string)(await sink.AskAsync("secretsmanager", "get-secret-value", "SecretString", "--secret-id", await sink.ParameterAsync("databases/orders/secret-arn")))!)!;

        Assert.Equal(50, session.Length);
        Assert.Contains("ResourceNotFoundException", stripe.Error, StringComparison.Ordinal);
        Assert.Equal(("landfall", 40), ((string)orders["username"]!, ((string)orders["password"]!).Length));
    }

    [Fact]
    public async Task Deploy_FifoQueue_HasItsDeadLetterQueue()
    {
        var url = (string)(await sink.AskAsync("sqs", "get-queue-url", "QueueUrl", "--queue-name", "sink-main-emails.fifo"))!;
        var queue = await sink.AskAsync("sqs", "get-queue-attributes", "Attributes", "--queue-url", url, "--attribute-names", "All");

        Assert.Equal(("true", "true"), ((string)queue["FifoQueue"]!, (string)queue["ContentBasedDeduplication"]!));
        Assert.Equal(("120", "5", "864000"), ((string)queue["VisibilityTimeout"]!, (string)queue["DelaySeconds"]!, (string)queue["MessageRetentionPeriod"]!));
        Assert.Contains("sink-main-emails-dead.fifo", (string)queue["RedrivePolicy"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deploy_Databases_AreAuroraThatPausesAndPlainRds()
    {
        var cluster = (await sink.AskAsync("rds", "describe-db-clusters", "DBClusters[0]"))!;
        var ledger = (await sink.AskAsync("rds", "describe-db-instances", "DBInstances[?Engine=='mysql'] | [0]"))!;

        Assert.Equal(("aurora-mysql", 0, 600), ((string)cluster["Engine"]!, (double)cluster["ServerlessV2ScalingConfiguration"]!["MinCapacity"]!, (int)cluster["ServerlessV2ScalingConfiguration"]!["SecondsUntilAutoPause"]!));
        Assert.StartsWith("8.4", (string)ledger["EngineVersion"]!, StringComparison.Ordinal);
        Assert.Equal((30, 14, true, true), ((int)ledger["AllocatedStorage"]!, (int)ledger["BackupRetentionPeriod"]!, (bool)ledger["MultiAZ"]!, (bool)ledger["StorageEncrypted"]!));
        Assert.Equal([(3306, await sink.ParameterAsync("services/back/security-group"))], await sink.AdmittedAsync(await sink.ParameterAsync("databases/ledger/security-group")));
    }

    [Fact]
    public async Task Deploy_Table_HasItsIndexAndThroughput()
    {
        var table = await sink.AskAsync("dynamodb", "describe-table", "Table", "--table-name", "sink-main-audit");

        Assert.Equal((5, 4), ((int)table["ProvisionedThroughput"]!["ReadCapacityUnits"]!, (int)table["ProvisionedThroughput"]!["WriteCapacityUnits"]!));
        Assert.Equal("at", (string)table["GlobalSecondaryIndexes"]![0]!["KeySchema"]![0]!["AttributeName"]!);
    }

    [Fact]
    public async Task Deploy_Network_HasAGatewayInEachOfThreeZones()
    {
        var vpc = await sink.ParameterAsync("network/vpc-id");
        var zones = await sink.NamesAsync("ec2", "describe-subnets", "Subnets[].AvailabilityZone", "--filters", $"Name=vpc-id,Values={vpc}");
        var gateways = await sink.NamesAsync("ec2", "describe-nat-gateways", "NatGateways[?State=='available'].SubnetId", "--filter", $"Name=vpc-id,Values={vpc}");

        Assert.Equal(["us-east-1a", "us-east-1a", "us-east-1b", "us-east-1b", "us-east-1c", "us-east-1c"], zones);
        Assert.Equal(3, gateways.Distinct().Count());
    }

    [Fact]
    public async Task Deploy_SignIn_TakesNameOrMailAndReturnsToCdnAndLocalhost()
    {
        var pool = await sink.ParameterAsync("auth/user-pool-id");
        var users = await sink.AskAsync("cognito-idp", "describe-user-pool", "UserPool", "--user-pool-id", pool);
        var client = await sink.AskAsync("cognito-idp", "describe-user-pool-client", "UserPoolClient", "--user-pool-id", pool, "--client-id", await sink.ParameterAsync("auth/client-id"));

        Assert.Equal(["email"], users["AliasAttributes"]!.AsArray().Select(name => (string)name!));
        var password = users["Policies"]!["PasswordPolicy"]!;
        Assert.Equal((10, true, false), ((int)password["MinimumLength"]!, (bool)password["RequireNumbers"]!, (bool)password["RequireSymbols"]!));
        Assert.Equal(["code"], client["AllowedOAuthFlows"]!.AsArray().Select(flow => (string)flow!));
        Assert.Null(client["ClientSecret"]);
        Assert.Equal(
            [$"https://{await sink.ParameterAsync("sites/page/distribution-name")}", "https://sink.example.com", "http://localhost:3000", "https://other.example.com/cb"],
            client["CallbackURLs"]!.AsArray().Select(url => (string)url!));
    }

    [Fact]
    public async Task Deploy_Cdn_ServesTheFilesAndPassesTheApiOn()
    {
        var config = await sink.AskAsync("cloudfront", "get-distribution-config", "DistributionConfig", "--id", await sink.ParameterAsync("sites/page/distribution"));
        var origins = config["Origins"]!["Items"]!.AsArray().ToDictionary(origin => (string)origin!["Id"]!, origin => (string)origin!["DomainName"]!);

        Assert.Equal("origin.sink.example.com", origins["api"]);
        Assert.StartsWith("sink-main-site-page-", origins["files"], StringComparison.Ordinal);
        var paths = config["CacheBehaviors"]!["Items"]!.AsArray().Select(behaviour => (string)behaviour!["PathPattern"]!).ToArray();
        Assert.Contains("/blue/*", paths);
        Assert.Contains("/oauth2/idpresponse", paths); // where the load balancer takes back who has signed in
        Assert.Equal("redirect-to-https", (string)config["DefaultCacheBehavior"]!["ViewerProtocolPolicy"]!);
    }

    [Fact]
    public void Deploy_Firewall_IsSaidToBeRecordedOnly() =>
        Assert.Equal(2, (int)sink.Report["recordedTypes"]!["AWS::WAFv2::WebACL"]!);

    private async Task<JsonNode> DeploymentAsync(string service) => (await sink.ServiceAsync(service))["deploymentConfiguration"]!;
}
