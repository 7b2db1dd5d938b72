using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>The shop sample on the local AWS, looked at from outside with the AWS CLI.</summary>
public sealed class ShopTests(ShopDeployment shop) : IClassFixture<ShopDeployment>
{
    private readonly LocalCloud _cloud = shop.Cloud;

    [Fact]
    public void Deploy_Report_ListsEveryStackAndWhatWasOnlyRecorded()
    {
        Assert.Equal(
            ["shop-dev-api", "shop-dev-data", "shop-dev-edge", "shop-dev-load", "shop-dev-mailer", "shop-dev-network", "shop-dev-nightly", "shop-dev-web"],
            LocalCloud.Outcomes(shop.Report).Keys.Order());
        Assert.All(LocalCloud.Outcomes(shop.Report).Values, outcome => Assert.Equal("created", outcome));
        Assert.NotEmpty(shop.Report["recordedTypes"]!.AsObject());
        Assert.NotEmpty(shop.Report["outputs"]!["shop-dev-edge"]!.AsObject());
    }

    [Fact]
    public async Task Deploy_Services_RunInTheClusterAsConfigured()
    {
        var services = (await _cloud.AwsAsync("ecs", "describe-services", "--cluster", "shop-dev", "--services", "api", "mailer", "load"))["services"]!.AsArray();

        Assert.Equal(["api", "load", "mailer"], services.Select(s => (string)s!["serviceName"]!).Order());
        var api = services.Single(s => (string)s!["serviceName"]! == "api")!;
        Assert.Equal(8080, (int)api["loadBalancers"]![0]!["containerPort"]!);
        Assert.Equal("DISABLED", (string)api["networkConfiguration"]!["awsvpcConfiguration"]!["assignPublicIp"]!);
        Assert.Equal(0, (int)services.Single(s => (string)s!["serviceName"]! == "load")!["desiredCount"]!);
    }

    [Fact]
    public async Task Deploy_TaskDefinition_HasSizeVariablesSecretsAndLogs()
    {
        var service = (await _cloud.AwsAsync("ecs", "describe-services", "--cluster", "shop-dev", "--services", "api"))["services"]![0]!;
        var task = (await _cloud.AwsAsync("ecs", "describe-task-definition", "--task-definition", (string)service["taskDefinition"]!))["taskDefinition"]!;
        var container = task["containerDefinitions"]!.AsArray().Single(c => (string)c!["name"]! == "api")!;

        Assert.Equal(("1024", "2048"), ((string)task["cpu"]!, (string)task["memory"]!));
        Assert.Equal("ARM64", (string)task["runtimePlatform"]!["cpuArchitecture"]!);
        var variables = container["environment"]!.AsArray().ToDictionary(v => (string)v!["name"]!, v => (string)v!["value"]!);
        Assert.Equal("info", variables["LOG_LEVEL"]);
        Assert.Equal("shop-dev-audit", variables["AUDIT_TABLE"]);
        Assert.Contains("shop-dev-emails", variables["EMAILS_QUEUE_URL"], StringComparison.Ordinal);
        Assert.Contains("ORDERS_HOST", variables.Keys);
        var secrets = container["secrets"]!.AsArray().Select(s => (string)s!["name"]!).ToList();
        Assert.Contains("ORDERS_PASSWORD", secrets);
        Assert.Contains("STRIPE", secrets);
        Assert.Equal("/shop/dev/api", (string)container["logConfiguration"]!["options"]!["awslogs-group"]!);
    }

    [Fact]
    public async Task Sleep_ThenWake_TakesServicesToZeroTasksAndBack()
    {
        var dry = (await _cloud.LandfallAsync("sleep", shop.Folder, "--env", "dev", "--local", "--dry-run", "--json")).Succeeded();
        Assert.Contains("interface endpoints", (string)JsonNode.Parse(dry.Output)!["keepsCosting"]![0]!["what"]!, StringComparison.Ordinal);
        Assert.Equal(1, await DesiredAsync("api"));

        var refused = await _cloud.LandfallAsync("sleep", shop.Folder, "--env", "dev", "--local");
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("Add --yes to put it to sleep from a script.", refused.Error, StringComparison.Ordinal);
        Assert.Equal(1, await DesiredAsync("api"));

        var slept = (await _cloud.LandfallAsync("sleep", shop.Folder, "--env", "dev", "--local", "--yes")).Succeeded();
        Assert.Contains("shop dev sleeps until 09:00 Asia/Shanghai (mon-fri), or until 'landfall wake'.", slept.Error, StringComparison.Ordinal);
        Assert.Equal((0, 0), (await DesiredAsync("api"), await DesiredAsync("mailer")));
        Assert.Equal(["service/shop-dev/api 0 0", "service/shop-dev/mailer 0 0"], await LimitsAsync());

        (await _cloud.LandfallAsync("wake", shop.Folder, "--env", "dev", "--local")).Succeeded();
        Assert.Equal(1, await DesiredAsync("api"));
        Assert.Equal(["service/shop-dev/api 1 2", "service/shop-dev/mailer 0 20"], await LimitsAsync());
    }

    [Fact]
    public async Task Deploy_LoadBalancer_RoutesTheApisPathToItsTargets()
    {
        var balancer = (await _cloud.AwsAsync("elbv2", "describe-load-balancers"))["LoadBalancers"]!.AsArray()
            .Single(b => (string)b!["Scheme"]! == "internet-facing")!;
        var listeners = (await _cloud.AwsAsync("elbv2", "describe-listeners", "--load-balancer-arn", (string)balancer["LoadBalancerArn"]!))["Listeners"]!.AsArray();
        var listener = listeners.Single(l => (int)l!["Port"]! == 80)!;
        var rules = (await _cloud.AwsAsync("elbv2", "describe-rules", "--listener-arn", (string)listener["ListenerArn"]!))["Rules"]!.AsArray();
        var groups = (await _cloud.AwsAsync("elbv2", "describe-target-groups"))["TargetGroups"]!.AsArray();

        Assert.Contains(rules, r => r!["Conditions"]!.ToJsonString().Contains("/api/*", StringComparison.Ordinal));
        Assert.Contains(groups, g => (string)g!["HealthCheckPath"]! == "/api/health" && (string)g["TargetType"]! == "ip");
    }

    [Fact]
    public async Task Deploy_Queue_HasItsDeadLetterQueueAndVisibility()
    {
        var url = (string)(await _cloud.AwsAsync("sqs", "get-queue-url", "--queue-name", "shop-dev-emails"))["QueueUrl"]!;
        var attributes = (await _cloud.AwsAsync("sqs", "get-queue-attributes", "--queue-url", url, "--attribute-names", "All"))["Attributes"]!;

        Assert.Equal("60", (string)attributes["VisibilityTimeout"]!);
        var redrive = JsonNode.Parse((string)attributes["RedrivePolicy"]!)!;
        Assert.Equal("5", redrive["maxReceiveCount"]!.ToString());
        Assert.EndsWith(":shop-dev-emails-dead", (string)redrive["deadLetterTargetArn"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deploy_Table_HasItsKeysExpiryAndBackups()
    {
        var table = (await _cloud.AwsAsync("dynamodb", "describe-table", "--table-name", "shop-dev-audit"))["Table"]!;
        var ttl = await _cloud.AwsAsync("dynamodb", "describe-time-to-live", "--table-name", "shop-dev-audit");
        var backups = await _cloud.AwsAsync("dynamodb", "describe-continuous-backups", "--table-name", "shop-dev-audit");

        Assert.Equal(["id/HASH", "at/RANGE"], table["KeySchema"]!.AsArray().Select(k => $"{k!["AttributeName"]}/{k["KeyType"]}"));
        Assert.Equal("PAY_PER_REQUEST", (string)table["BillingModeSummary"]!["BillingMode"]!);
        Assert.Equal("expiresAt", (string)ttl["TimeToLiveDescription"]!["AttributeName"]!);
        Assert.Contains("ENABLED", backups["ContinuousBackupsDescription"]!["PointInTimeRecoveryDescription"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deploy_Bucket_IsPrivateEncryptedAndOpenToTheSite()
    {
        const string Bucket = "shop-dev-uploads-123456789012-us-east-1";
        var access = (await _cloud.AwsAsync("s3api", "get-public-access-block", "--bucket", Bucket))["PublicAccessBlockConfiguration"]!;
        var cors = (await _cloud.AwsAsync("s3api", "get-bucket-cors", "--bucket", Bucket))["CORSRules"]![0]!;
        var encryption = await _cloud.AwsAsync("s3api", "get-bucket-encryption", "--bucket", Bucket);

        Assert.All(access.AsObject(), setting => Assert.True((bool)setting.Value!));
        Assert.Equal("https://shop.example.com", (string)cors["AllowedOrigins"]![0]!);
        Assert.Contains("AES256", encryption.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deploy_Site_PutsItsFilesIntoItsBucket()
    {
        var buckets = (await _cloud.AwsAsync("s3api", "list-buckets"))["Buckets"]!.AsArray().Select(b => (string)b!["Name"]!);
        var site = Assert.Single(buckets, b => b.StartsWith("shop-dev-site-web-", StringComparison.Ordinal));
        var files = (await _cloud.AwsAsync("s3api", "list-objects-v2", "--bucket", site))["Contents"]!.AsArray().Select(o => (string)o!["Key"]!);

        // A plain page for what is not there comes with a site that has none.
        Assert.Equal(["404.html", "index.html", "site.css"], files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Deploy_Database_IsAServerlessClusterThatPauses()
    {
        var cluster = Assert.Single((await _cloud.AwsAsync("rds", "describe-db-clusters"))["DBClusters"]!.AsArray())!;

        Assert.Equal("aurora-postgresql", (string)cluster["Engine"]!);
        Assert.Equal(0, (double)cluster["ServerlessV2ScalingConfiguration"]!["MinCapacity"]!);
        Assert.Equal(4, (double)cluster["ServerlessV2ScalingConfiguration"]!["MaxCapacity"]!);
        Assert.True((bool)cluster["StorageEncrypted"]!);
    }

    [Fact]
    public async Task Deploy_Scaling_FollowsTheFileAndSleepsAtNight()
    {
        var targets = (await _cloud.AwsAsync("application-autoscaling", "describe-scalable-targets", "--service-namespace", "ecs"))["ScalableTargets"]!.AsArray()
            .ToDictionary(t => (string)t!["ResourceId"]!, t => ((int)t!["MinCapacity"]!, (int)t["MaxCapacity"]!));

        Assert.Equal((1, 2), targets["service/shop-dev/api"]);
        Assert.Equal((0, 20), targets["service/shop-dev/mailer"]);
    }

    [Fact]
    public async Task Deploy_Job_HasASchedule()
    {
        var schedules = (await _cloud.AwsAsync("scheduler", "list-schedules"))["Schedules"]!.AsArray();

        Assert.Contains(schedules, s => ((string)s!["Name"]!).Contains("nightly", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Deploy_LogGroups_KeepLogsAsLongAsTheFileSays()
    {
        var groups = (await _cloud.AwsAsync("logs", "describe-log-groups", "--log-group-name-prefix", "/shop/dev/"))["logGroups"]!.AsArray()
            .ToDictionary(g => (string)g!["logGroupName"]!, g => (int?)g!["retentionInDays"]);

        Assert.Equal(30, groups["/shop/dev/api"]);
        Assert.All(groups.Values, days => Assert.NotNull(days));
    }

    [Theory]
    [InlineData("/shop/dev/network/vpc-id", "vpc-")]
    [InlineData("/shop/dev/queues/emails/url", "http")]
    [InlineData("/shop/dev/databases/orders/host", "shop-dev-data")]
    [InlineData("/shop/dev/services/api/url", "http")]
    public async Task Deploy_Parameters_AreWhereScriptsLookForThem(string name, string beginning)
    {
        var value = (string)(await _cloud.AwsAsync("ssm", "get-parameter", "--name", name))["Parameter"]!["Value"]!;

        Assert.StartsWith(beginning, value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outputs_Json_SaysWhatCloudFormationSays()
    {
        var outputs = JsonNode.Parse((await _cloud.LandfallAsync("outputs", shop.Folder, "--local", "--json")).Succeeded().Output)!;
        var stack = (await _cloud.AwsAsync("cloudformation", "describe-stacks", "--stack-name", "shop-dev-network"))["Stacks"]![0]!;

        var expected = stack["Outputs"]!.AsArray().ToDictionary(o => (string)o!["OutputKey"]!, o => (string)o!["OutputValue"]!);
        Assert.Equal(expected, outputs["shop-dev-network"]!.AsObject().ToDictionary(o => o.Key, o => (string)o.Value!));
    }

    private async Task<int> DesiredAsync(string service) =>
        (int)(await _cloud.AwsAsync("ecs", "describe-services", "--cluster", "shop-dev", "--services", service))["services"]![0]!["desiredCount"]!;

    private async Task<IEnumerable<string>> LimitsAsync() =>
        (await _cloud.AwsAsync("application-autoscaling", "describe-scalable-targets", "--service-namespace", "ecs"))["ScalableTargets"]!.AsArray()
            .Select(t => $"{t!["ResourceId"]} {t["MinCapacity"]} {t["MaxCapacity"]}").Order(StringComparer.Ordinal);
}
