using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Landfall.EndToEnd.Tests;

/// <summary>A project with a host of its own and patches: both reach the running resources, and the page about them is true.</summary>
[LongRun]
public sealed partial class ExtendTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    [Fact]
    public async Task Deploy_OwnHost_CreatesWhatItAddsAndPatches()
    {
        var folder = cloud.CopySample("extend");

        var report = await cloud.DeployAsync(folder, "demo");

        Assert.All(LocalCloud.Outcomes(report).Values, outcome => Assert.Equal("created", outcome));
        Assert.Contains("ledger-demo-records", LocalCloud.Outcomes(report).Keys);

        // Added by the host: the database, and what leads the API to it.
        var database = Assert.Single((await cloud.AwsAsync("rds", "describe-db-instances"))["DBInstances"]!.AsArray())!;
        Assert.Equal("postgres", (string?)database["Engine"]);
        Assert.Equal("ledger", (string?)database["DBName"]);
        var container = (await cloud.AwsAsync("ecs", "describe-task-definition", "--task-definition", "ledger-demo-api"))["taskDefinition"]!["containerDefinitions"]![0]!;
        Assert.Equal((string?)database["Endpoint"]!["Address"], Value(container["environment"]!, "RECORDS_HOST", "value"));
        Assert.EndsWith(":password::", Value(container["secrets"]!, "RECORDS_PASSWORD", "valueFrom"), StringComparison.Ordinal);

        // Changed by the host: a tag on the task role.
        var role = await ResourceAsync("ledger-demo-api", "TaskRole");
        var tags = (await cloud.AwsAsync("iam", "list-role-tags", "--role-name", role))["Tags"]!.AsArray();
        Assert.Contains(tags, t => (string)t!["Key"]! == "data-class" && (string)t["Value"]! == "internal");

        // Known to the commands that ask no AWS.
        Assert.Contains("needs ledger-demo-records", (await cloud.LandfallAsync("graph", folder)).Succeeded().Output, StringComparison.Ordinal);

        // Only the API's security group reaches the database.
        var group = await ParameterAsync("databases/records/security-group");
        var rules = (await cloud.AwsAsync("ec2", "describe-security-groups", "--group-ids", group))["SecurityGroups"]![0]!["IpPermissions"]!.AsArray();
        var rule = Assert.Single(rules)!;
        Assert.Equal(5432, (int)rule["FromPort"]!);
        Assert.Equal(await ParameterAsync("services/api/security-group"), (string?)Assert.Single(rule["UserIdGroupPairs"]!.AsArray())!["GroupId"]);

        // Patched by the file: a resource of Landfall's and one of the host's.
        var target = await ResourceAsync("ledger-demo-api", "TargetGroup");
        var attributes = await cloud.AwsAsync("elbv2", "describe-target-group-attributes", "--target-group-arn", target);
        Assert.Contains(attributes["Attributes"]!.AsArray(), a => (string)a!["Key"]! == "load_balancing.algorithm.type" && (string)a["Value"]! == "least_outstanding_requests");
        var alarms = (await cloud.AwsAsync("cloudwatch", "describe-alarms"))["MetricAlarms"]!.AsArray();
        Assert.Equal(5, (int)Assert.Single(alarms, a => (string?)a!["Namespace"] == "AWS/RDS")!["EvaluationPeriods"]!);
    }

    [Fact]
    public async Task Destroy_OwnHost_LeavesNoStackBehind()
    {
        var folder = cloud.CopySample("extend");
        var app = Path.Combine(folder, "infra", "LedgerApp.cs");
        await File.WriteAllTextAsync(
            app,
            (await File.ReadAllTextAsync(app, TestContext.Current.CancellationToken)).Replace(
                "        var records =",
                "        _ = new Amazon.CDK.AWS.SQS.CfnQueue(new Stack(this, $\"{Plan.Prefix}-plain\"), \"Queue\");\n        var records =",
                StringComparison.Ordinal),
            TestContext.Current.CancellationToken);
        await cloud.DeployAsync(folder, "demo");
        await cloud.DeployAsync(folder, "demo", "--only", "plain");

        var outputs = (await cloud.LandfallAsync("outputs", folder, "--local")).Succeeded().Output;
        (await cloud.LandfallAsync("destroy", folder, "--local", "--yes")).Succeeded();

        Assert.Contains("ledger-demo-records", outputs, StringComparison.Ordinal);
        var left = (await cloud.AwsAsync("cloudformation", "describe-stacks"))["Stacks"]!.AsArray().Select(s => (string?)s!["StackName"]);
        Assert.DoesNotContain(left, name => name!.StartsWith("ledger-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Synth_OwnHost_HasNoFindings()
    {
        var folder = cloud.CopySample("extend");
        var output = Path.Combine(folder, "out");

        (await cloud.LandfallAsync("synth", folder, "--output", output, "--check")).Succeeded();
        var lint = await CfnLint.RunAsync(output);

        Assert.True(lint.ExitCode == 0, lint.Output + lint.Error);
    }

    [Fact]
    public void Page_Excerpts_AreThoseOfTheSample()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "extend.md"));

        var excerpts = Excerpt().Matches(page);

        Assert.NotEmpty(excerpts);
        Assert.All(excerpts, excerpt => Assert.Contains(
            excerpt.Groups["text"].Value,
            File.ReadAllText(Path.Combine(Repository.Root, "docs", excerpt.Groups["file"].Value)),
            StringComparison.Ordinal));
    }

    private static string Value(JsonNode pairs, string name, string key) =>
        (string)pairs.AsArray().Single(p => (string)p!["name"]! == name)![key]!;

    private async Task<string> ResourceAsync(string stack, string id) =>
        (string)(await cloud.AwsAsync("cloudformation", "describe-stack-resource", "--stack-name", stack, "--logical-resource-id", id))["StackResourceDetail"]!["PhysicalResourceId"]!;

    private async Task<string> ParameterAsync(string path) =>
        (string)(await cloud.AwsAsync("ssm", "get-parameter", "--name", $"/ledger/demo/{path}"))["Parameter"]!["Value"]!;

    [GeneratedRegex(@"^From \[[^\]]+\]\((?<file>[^)]+)\):\n\n```\w+\n(?<text>.*?)```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Excerpt();
}
