using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>What is renamed with <c>was</c> is in AWS what it was before, with all that it holds.</summary>
[LongRun]
public sealed class RenameTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    private const string Before = """
        app: archive
        region: us-east-1
        account: "123456789012"
        environments: { dev: {} }
        databases: { orders: { engine: postgresql } }
        tables: { audit: { partitionKey: id } }
        buckets: { uploads: {} }
        queues: { emails: {} }
        services:
          tool: { type: internal, image: 123456789012.dkr.ecr.us-east-1.amazonaws.com/tool:1, uses: [orders, audit, uploads, emails] }
          pages: { type: site, source: . }
        """;

    private const string After = """
        app: archive
        region: us-east-1
        account: "123456789012"
        environments: { dev: {} }
        databases: { sales: { was: orders, engine: postgresql } }
        tables: { ledger: { was: audit, partitionKey: id } }
        buckets: { pictures: { was: uploads } }
        queues: { letters: { was: emails } }
        services:
          helper: { was: tool, type: internal, image: 123456789012.dkr.ecr.us-east-1.amazonaws.com/tool:1, uses: [sales, ledger, pictures, letters] }
          front: { was: pages, type: site, source: . }
        """;

    private static readonly string[] Stacks = ["archive-dev-network", "archive-dev-data", "archive-dev-edge", "archive-dev-tool", "archive-dev-pages"];

    /// <summary>What releases are made of: it is another one after every change.</summary>
    private static readonly string[] Releases = ["AWS::ECS::TaskDefinition", "Custom::CDKBucketDeployment", "AWS::Lambda::LayerVersion"];

    [Fact]
    public async Task Deploy_EverythingIsRenamed_KeepsWhatItIsAndHolds()
    {
        var folder = cloud.Project(Before);
        await File.WriteAllTextAsync(Path.Combine(folder, "index.html"), "<!doctype html><title>Pages</title>", TestContext.Current.CancellationToken);
        (await cloud.LandfallAsync("deploy", folder, "--local", "--yes")).Succeeded();
        var resources = await ResourcesAsync();
        var url = (string)(await cloud.AwsAsync("sqs", "get-queue-url", "--queue-name", "archive-dev-emails"))["QueueUrl"]!;
        const string Bucket = "archive-dev-uploads-123456789012-us-east-1";
        await cloud.AwsAsync("dynamodb", "put-item", "--table-name", "archive-dev-audit", "--item", """{"id":{"S":"one"}}""");
        await cloud.AwsAsync("sqs", "send-message", "--queue-url", url, "--message-body", "hello");
        await cloud.AwsAsync("s3api", "put-object", "--bucket", Bucket, "--key", "one");

        await File.WriteAllTextAsync(Path.Combine(folder, "landfall.yaml"), After, TestContext.Current.CancellationToken);
        var change = JsonNode.Parse((await cloud.LandfallAsync("diff", folder, "--local", "--json")).Succeeded().Output)!;
        Assert.Equal(
            ["bucket pictures (uploads)", "database sales (orders)", "queue letters (emails)", "service front (pages)", "service helper (tool)", "table ledger (audit)"],
            change["renamed"]!.AsArray().Select(r => $"{r!["kind"]} {r["name"]} ({r["was"]})").Order(StringComparer.Ordinal));
        Assert.DoesNotContain(change["effects"]!.AsArray(), e => (bool)e!["harmful"]!);
        (await cloud.LandfallAsync("deploy", folder, "--local", "--yes")).Succeeded(); // nothing to agree to

        Assert.Equal(resources, await ResourcesAsync());
        Assert.Equal(1, (int)(await cloud.AwsAsync("dynamodb", "scan", "--table-name", "archive-dev-audit"))["Count"]!);
        Assert.Equal("hello", (string)(await cloud.AwsAsync("sqs", "receive-message", "--queue-url", url))["Messages"]![0]!["Body"]!);
        await cloud.AwsAsync("s3api", "head-object", "--bucket", Bucket, "--key", "one");
        var variables = (await cloud.AwsAsync("ecs", "describe-task-definition", "--task-definition", "archive-dev-tool"))["taskDefinition"]!["containerDefinitions"]![0]!["environment"]!.AsArray()
            .ToDictionary(v => (string)v!["name"]!, v => (string)v!["value"]!);
        Assert.Equal("archive-dev-audit", variables["LEDGER_TABLE"]);
        Assert.Equal("helper", variables["LANDFALL_SERVICE"]);
        Assert.Equal(0, (await cloud.LandfallAsync("diff", folder, "--local", "--exit-code")).ExitCode);
    }

    [Theory]
    [InlineData("secrets: { token: { was: key } }")]
    [InlineData("files: { media: { was: pictures } }")]
    public async Task Validate_WasOnAnotherKind_IsRefused(string line)
    {
        var folder = cloud.Project($"app: archive\nregion: us-east-1\nenvironments: {{ dev: {{}} }}\n{line}\n");

        var result = await cloud.LandfallAsync("validate", folder);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("'was'", result.Output + result.Error, StringComparison.Ordinal);
    }

    /// <summary>The physical ids of what lasts.</summary>
    private async Task<string> ResourcesAsync()
    {
        var lines = new List<string>();
        foreach (var stack in Stacks)
        {
            foreach (var resource in (await cloud.AwsAsync("cloudformation", "list-stack-resources", "--stack-name", stack))["StackResourceSummaries"]!.AsArray())
            {
                if (!Releases.Contains((string)resource!["ResourceType"]!))
                    lines.Add($"{stack} {resource["LogicalResourceId"]} {resource["PhysicalResourceId"]}");
            }
        }

        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }
}
