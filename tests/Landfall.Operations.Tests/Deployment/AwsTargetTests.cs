using Amazon.Runtime;
using Landfall.Aws;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Tests.Deployment;

public sealed class AwsTargetTests
{
    [Fact]
    public void Environment_Profile_GoesBeforeKeysOfTheProcess()
    {
        using var target = Target(null, "team");

        Assert.Equal("team", target.Environment["AWS_PROFILE"]);
        Assert.All(["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"], name => Assert.Null(Assert.Contains(name, target.Environment)));
    }

    [Fact]
    public void Environment_NoProfile_LeavesTheProcesssAlone()
    {
        using var target = Target(null, null);

        Assert.DoesNotContain("AWS_PROFILE", target.Environment);
        Assert.DoesNotContain("AWS_ACCESS_KEY_ID", target.Environment);
    }

    [Fact]
    public void Environment_Aws_NamesTheRegionAndKeepsTheCliFromTalkingOfOtherThings()
    {
        using var target = Target(null, null);

        Assert.False(target.IsLocal);
        Assert.Equal(
            new SortedDictionary<string, string?>
            {
                ["AWS_REGION"] = "eu-west-1",
                ["AWS_DEFAULT_REGION"] = "eu-west-1",
                ["CI"] = "true",
                ["CDK_DISABLE_CLI_TELEMETRY"] = "true",
                ["NO_COLOR"] = "1",
            },
            new SortedDictionary<string, string?>(target.Environment.ToDictionary()));
    }

    [Fact]
    public void Environment_LocalAws_GoesThereWithItsOwnKeysAndNothingElse()
    {
        using var target = Target("http://localhost:1", null);

        Assert.True(target.IsLocal);
        var local = target.Environment.Where(v => v.Key.StartsWith("AWS_", StringComparison.Ordinal) && !v.Key.EndsWith("REGION", StringComparison.Ordinal));
        Assert.Equal(
            new SortedDictionary<string, string?>
            {
                ["AWS_ENDPOINT_URL"] = "http://localhost:1",
                ["AWS_ACCESS_KEY_ID"] = "local",
                ["AWS_SECRET_ACCESS_KEY"] = "local",
                ["AWS_SESSION_TOKEN"] = null,
                ["AWS_PROFILE"] = null,
                ["AWS_EC2_METADATA_DISABLED"] = "true",
            },
            new SortedDictionary<string, string?>(local.ToDictionary()));
    }

    private static AwsTarget Target(string? local, string? profile) =>
        new(new AwsSession("eu-west-1", TimeProvider.System, new BasicAWSCredentials("A", "S")), "111111111111", local) { Profile = profile };
}
