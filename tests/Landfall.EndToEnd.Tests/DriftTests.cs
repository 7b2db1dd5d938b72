using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>What the AWS CLI changes past the file, as <c>drift</c> tells it.</summary>
[LongRun]
public sealed class DriftTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    [Fact]
    public async Task Drift_WhatTheAwsCliChanged_IsNamedExactly()
    {
        var folder = cloud.Project("""
            app: moved
            region: us-east-1
            environments: { dev: { account: "111111111111" } }
            network: { nat: none }
            queues: { emails: {} }
            buckets: { files: {} }
            services:
              api: { type: internal, image: nginx:1, port: 8080, uses: [emails, files] }
              busy: { type: internal, image: nginx:1, port: 8080, uses: [api], scale: { min: 1, max: 4, cpu: 60 } }
            """);
        var absent = await cloud.LandfallAsync("drift", folder, "--local", "--json");
        Assert.Equal((1, "LF5064"), (absent.ExitCode, (string)JsonNode.Parse(absent.Output)!["error"]!["code"]!));
        await cloud.DeployAsync(folder, "dev");

        var clean = await SeeAsync(folder, 0);
        Assert.Empty(clean["resources"]!.AsArray());
        Assert.Empty(clean["unread"]!.AsArray());
        Assert.True((int)clean["checked"]! > 5);

        // What scaling does is no drift; a fixed number that somebody changed is.
        await cloud.AwsAsync("ecs", "update-service", "--cluster", "moved-dev", "--service", "busy", "--desired-count", "3");
        Assert.Empty((await SeeAsync(folder, 0))["resources"]!.AsArray());

        await cloud.AwsAsync("ecs", "update-service", "--cluster", "moved-dev", "--service", "api", "--desired-count", "2");
        var url = (string)(await cloud.AwsAsync("sqs", "get-queue-url", "--queue-name", "moved-dev-emails"))["QueueUrl"]!;
        var attributes = (await cloud.AwsAsync("sqs", "get-queue-attributes", "--queue-url", url, "--attribute-names", "All"))["Attributes"]!;
        await cloud.AwsAsync("sqs", "set-queue-attributes", "--queue-url", url, "--attributes", "MessageRetentionPeriod=77");
        var bucket = (string)(await cloud.AwsAsync("s3api", "list-buckets"))["Buckets"]!.AsArray().Single(b => ((string)b!["Name"]!).Contains("files", StringComparison.Ordinal))!["Name"]!;
        await cloud.AwsAsync("s3api", "delete-public-access-block", "--bucket", bucket);
        var log = (string)(await cloud.AwsAsync("logs", "describe-log-groups"))["logGroups"]!.AsArray().First(g => ((string)g!["logGroupName"]!).Contains("api", StringComparison.Ordinal))!["logGroupName"]!;
        await cloud.AwsAsync("logs", "put-retention-policy", "--log-group-name", log, "--retention-in-days", "1827");
        var group = (await cloud.AwsAsync("ec2", "describe-security-groups"))["SecurityGroups"]!.AsArray().First(g => ((string)g!["Description"]!).Contains("Tasks of api", StringComparison.Ordinal))!;
        await cloud.AwsAsync("ec2", "authorize-security-group-ingress", "--group-id", (string)group["GroupId"]!, "--protocol", "tcp", "--port", "22", "--cidr", "0.0.0.0/0");

        var drift = (await SeeAsync(folder, 4))["resources"]!.AsArray();

        var words = drift.SelectMany(r => r!["properties"]!.AsArray().Select(p => $"{r["type"]}: {p!["words"]}")).ToList();
        Assert.Contains("AWS::ECS::Service: DesiredCount was deployed as 1, and is 2.", words);
        Assert.Contains($"AWS::SQS::Queue: MessageRetentionPeriod was deployed as {attributes["MessageRetentionPeriod"]}, and is 77.", words);
        Assert.Contains("AWS::EC2::SecurityGroup: Ingress has port 22 (tcp) from 0.0.0.0/0, which was not deployed.", words);
        Assert.Contains(words, line => line.StartsWith("AWS::Logs::LogGroup: RetentionInDays was deployed as ", StringComparison.Ordinal) && line.EndsWith(", and is 1827.", StringComparison.Ordinal));
        Assert.Contains(words, line => line.StartsWith("AWS::S3::Bucket: PublicAccessBlockConfiguration was deployed as ", StringComparison.Ordinal) && line.EndsWith("and is not set any more.", StringComparison.Ordinal));
        Assert.Equal(5, words.Count);
        Assert.Equal(5, drift.Count);
        Assert.All(drift, r => Assert.StartsWith("CloudTrail names no call", (string)r!["notKnown"]!, StringComparison.Ordinal));

        // A rule that was deployed and is gone is a resource that is gone.
        var deployed = group["IpPermissions"]!.AsArray()[0]!;
        await cloud.AwsAsync("ec2", "revoke-security-group-ingress", "--group-id", (string)group["GroupId"]!, "--ip-permissions", $"[{deployed.ToJsonString()}]");
        Assert.Contains((await SeeAsync(folder, 4))["resources"]!.AsArray(), r => (bool)r!["deleted"]! && (string)r["type"]! == "AWS::EC2::SecurityGroupIngress");
    }

    private async Task<JsonNode> SeeAsync(string folder, int code)
    {
        var result = await cloud.LandfallAsync("drift", folder, "--local", "--json", "--exit-code");
        Assert.True(code == result.ExitCode, result.Output + result.Error);
        return JsonNode.Parse(result.Output)!;
    }
}
