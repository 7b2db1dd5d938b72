namespace Landfall.Aws.Tests;

public class AwsProfileTests
{
    [Theory]
    [InlineData("eu-west-1", "eu-central-1", "eu-west-1")]
    [InlineData("", "eu-central-1", "eu-central-1")]
    [InlineData(null, "eu-central-1", "eu-central-1")]
    public void Region_Variables_GoBeforeTheProfile(string? region, string? fallback, string expected) =>
        Assert.Equal(expected, AwsProfile.Region(name => name switch { "AWS_REGION" => region, "AWS_DEFAULT_REGION" => fallback, _ => null }));

    [Fact]
    public void Region_NoVariableAndNoSuchProfile_IsNone() =>
        Assert.Null(AwsProfile.Region(name => name == "AWS_PROFILE" ? "no-profile-has-this-name" : null));
}
