namespace Landfall.EndToEnd.Tests;

/// <summary>Every sample deploys to the local AWS, in every environment, and its templates are clean.</summary>
[LongRun]
public sealed class SampleTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    public static TheoryData<string, string, string> Environments() => new()
    {
        { "shop", "prod", "us-east-1" },
        { "django", "staging", "us-east-1" },
        { "django", "production", "us-east-1" },
        { "ecs-devops", "demo", "us-east-2" },
        { "flink-monitor", "prod", "us-east-1" },
        { "node-pipeline", "dev", "us-east-1" },
    };

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Deploy_Sample_CreatesEveryStack(string sample, string environment, string region)
    {
        var report = await cloud.DeployAsync(cloud.CopySample(sample), environment);

        var outcomes = LocalCloud.Outcomes(report);
        Assert.All(outcomes.Values, outcome => Assert.Equal("created", outcome));
        var stacks = (await cloud.AwsAsync("cloudformation", "list-stacks", "--stack-status-filter", "CREATE_COMPLETE", "UPDATE_COMPLETE", "--region", region))["StackSummaries"]!
            .AsArray().Select(s => (string)s!["StackName"]!).ToHashSet();
        Assert.Subset(stacks, outcomes.Keys.ToHashSet());
    }

    [Theory]
    [InlineData("shop", "dev")]
    [InlineData("shop", "prod")]
    [InlineData("django", "staging")]
    [InlineData("django", "production")]
    [InlineData("ecs-devops", "demo")]
    [InlineData("flink-monitor", "prod")]
    [InlineData("node-pipeline", "dev")]
    [InlineData("node-pipeline", "prod")]
    public async Task Synth_Sample_HasNoFindings(string sample, string environment)
    {
        var folder = cloud.CopySample(sample);
        var output = Path.Combine(folder, "out");

        // --check runs CDK's template validation and cdk-nag; cfn-lint is a judge of its own.
        (await cloud.LandfallAsync("synth", folder, "--env", environment, "--output", output, "--check")).Succeeded();
        var lint = await CfnLint.RunAsync(output);

        Assert.True(lint.ExitCode == 0, lint.Output + lint.Error);
    }
}
