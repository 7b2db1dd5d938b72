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
    public void Environment_LocalAws_KnowsNoProfile()
    {
        using var target = Target("http://localhost:1", null);

        Assert.Null(target.Environment["AWS_PROFILE"]);
        Assert.Equal("local", target.Environment["AWS_ACCESS_KEY_ID"]);
    }

    private static AwsTarget Target(string? local, string? profile) =>
        new(new AwsSession("eu-west-1", TimeProvider.System, new BasicAWSCredentials("A", "S")), "111111111111", local) { Profile = profile };
}
