using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>Services that somebody has made by the AWS CLI, brought over.</summary>
[LongRun]
public sealed class MigrateEcsTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    [Fact]
    public async Task MigrateEcs_ServicesMadeByTheAwsCli_WritesAFileThatIsValid()
    {
        await cloud.AwsAsync("ecs", "create-cluster", "--cluster-name", "legacy");
        var vpc = (string)(await cloud.AwsAsync("ec2", "create-vpc", "--cidr-block", "10.9.0.0/16"))["Vpc"]!["VpcId"]!;
        var subnets = new List<string>();
        foreach (var (zone, block) in new[] { ("us-east-1a", "10.9.0.0/24"), ("us-east-1b", "10.9.1.0/24") })
            subnets.Add((string)(await cloud.AwsAsync("ec2", "create-subnet", "--vpc-id", vpc, "--cidr-block", block, "--availability-zone", zone))["Subnet"]!["SubnetId"]!);
        var admitted = (string)(await cloud.AwsAsync("ec2", "create-security-group", "--group-name", "legacy", "--description", "legacy", "--vpc-id", vpc))["GroupId"]!;
        var balancer = (string)(await cloud.AwsAsync(["elbv2", "create-load-balancer", "--name", "front", "--scheme", "internet-facing", "--subnets", .. subnets]))["LoadBalancers"]![0]!["LoadBalancerArn"]!;
        var group = (string)(await cloud.AwsAsync("elbv2", "create-target-group", "--name", "api", "--protocol", "HTTP", "--port", "80", "--vpc-id", vpc, "--target-type", "ip", "--health-check-path", "/up", "--matcher", "HttpCode=200-204"))["TargetGroups"]![0]!["TargetGroupArn"]!;
        var listener = (string)(await cloud.AwsAsync("elbv2", "create-listener", "--load-balancer-arn", balancer, "--protocol", "HTTP", "--port", "80", "--default-actions", "Type=fixed-response,FixedResponseConfig={StatusCode=404}"))["Listeners"]![0]!["ListenerArn"]!;
        await cloud.AwsAsync("elbv2", "create-rule", "--listener-arn", listener, "--priority", "5", "--conditions", "Field=path-pattern,Values=/api/*", "--actions", $"Type=forward,TargetGroupArn={group}");
        await DefineAsync("api", """[{"name":"app","image":"public.ecr.aws/nginx/nginx:1.27","essential":true,"portMappings":[{"containerPort":8080}],"environment":[{"name":"DB_PASSWORD","value":"never-in-a-file"},{"name":"LOG","value":"info"}],"secrets":[{"name":"STRIPE","valueFrom":"/legacy/stripe"}],"logConfiguration":{"logDriver":"awslogs","options":{"awslogs-group":"/legacy/api","awslogs-region":"us-east-1","awslogs-stream-prefix":"api"}}},{"name":"agent","image":"public.ecr.aws/docker/library/busybox:1","essential":false}]""");
        await cloud.AwsAsync("logs", "create-log-group", "--log-group-name", "/legacy/api");
        await cloud.AwsAsync("logs", "put-retention-policy", "--log-group-name", "/legacy/api", "--retention-in-days", "14");
        await ServeAsync("api", "api", "--load-balancers", $"targetGroupArn={group},containerName=app,containerPort=8080");
        await cloud.AwsAsync("application-autoscaling", "register-scalable-target", "--service-namespace", "ecs", "--scalable-dimension", "ecs:service:DesiredCount", "--resource-id", "service/legacy/api", "--min-capacity", "2", "--max-capacity", "6");
        await cloud.AwsAsync("application-autoscaling", "put-scaling-policy", "--service-namespace", "ecs", "--scalable-dimension", "ecs:service:DesiredCount", "--resource-id", "service/legacy/api", "--policy-name", "cpu", "--policy-type", "TargetTrackingScaling", "--target-tracking-scaling-policy-configuration", """{"TargetValue":60,"PredefinedMetricSpecification":{"PredefinedMetricType":"ECSServiceAverageCPUUtilization"}}""");

        // More services than one request describes.
        await DefineAsync("small", """[{"name":"app","image":"public.ecr.aws/nginx/nginx:1.27","portMappings":[{"containerPort":9000}]}]""");
        for (var number = 1; number <= 11; number++)
            await ServeAsync($"small-{number}", "small");
        await cloud.AwsAsync("events", "put-rule", "--name", "sweep", "--schedule-expression", "rate(1 day)");
        await cloud.AwsAsync("events", "put-targets", "--rule", "sweep", "--targets", """[{"Id":"1","Arn":"arn:aws:ecs:us-east-1:123456789012:cluster/legacy","RoleArn":"arn:aws:iam::123456789012:role/events","EcsParameters":{"TaskDefinitionArn":"small","LaunchType":"FARGATE"}}]""");
        var folder = Directory.CreateTempSubdirectory("landfall-ecs-").FullName;

        var shown = (await cloud.LandfallAsync("migrate", "ecs", folder, "--cluster", "legacy", "--region", "us-east-1", "--local", "--dry-run")).Succeeded();

        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
        Assert.Contains("type: web", shown.Output, StringComparison.Ordinal);

        var migrated = JsonNode.Parse((await cloud.LandfallAsync("migrate", "ecs", folder, "--cluster", "legacy", "--region", "us-east-1", "--local", "--json")).Succeeded().Output)!;

        Assert.Equal(13, (int)migrated["services"]!);
        var file = await File.ReadAllTextAsync(Path.Combine(folder, "landfall.yaml"), TestContext.Current.CancellationToken);
        foreach (var line in new[] { "path: /api/*", "path: /up", "codes: 200-204", "logRetention: 14d", "max: 6", "cpu: 60", "LOG: info", "schedule: rate(1 day)", "small-11:" })
            Assert.Contains($" {line}\n", file, StringComparison.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder))
            Assert.DoesNotContain("never-in-a-file", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        (await cloud.LandfallAsync("validate", folder)).Succeeded();
        Assert.Equal(12, (await cloud.AwsAsync("ecs", "list-services", "--cluster", "legacy"))["serviceArns"]!.AsArray().Count);
        var missing = await cloud.LandfallAsync("migrate", "ecs", Path.Combine(folder, "else"), "--cluster", "nowhere", "--region", "us-east-1", "--local");
        Assert.Equal(1, missing.ExitCode);
        Assert.Contains("LF5380", missing.Error, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);

        Task DefineAsync(string family, string containers) => cloud.AwsAsync("ecs", "register-task-definition", "--family", family, "--requires-compatibilities", "FARGATE", "--network-mode", "awsvpc", "--cpu", "512", "--memory", "1024", "--container-definitions", containers);

        Task ServeAsync(string name, string family, params string[] more) => cloud.AwsAsync(["ecs", "create-service", "--cluster", "legacy", "--service-name", name, "--task-definition", family, "--desired-count", "1", "--launch-type", "FARGATE", "--network-configuration", $"awsvpcConfiguration={{subnets=[{subnets[0]}],securityGroups=[{admitted}]}}", .. more]);
    }
}
