using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class IsolationValidatorTests
{
    private const string Public = "services:\n  a: { type: internal, image: httpc, sidecars: { s: { image: public.ecr.aws/x/y } } }\n";

    [Fact]
    public void Validate_PublicImagesWithoutNat_WarnsOfEach() =>
        Assert.Equal(["6:31 LF1317", "6:62 LF1317"], SmallFile.Warnings("network: { nat: none }\n" + Public));

    [Fact]
    public void Validate_PublicImagesWithNat_IsAccepted() =>
        Assert.Empty(SmallFile.Warnings("network: { nat: one }\n" + Public).Concat(SmallFile.Warnings(Public)));

    [Fact]
    public void Validate_PrivateEcrWithoutNat_IsAccepted() =>
        Assert.Empty(SmallFile.Warnings("network: { nat: none }\nservices:\n  a: { type: internal, image: 123456789012.dkr.ecr.eu-west-1.amazonaws.com/a:1 }\n"));

    [Theory]
    [InlineData("123456789012.dkr.ecr.us-east-1.amazonaws.com/a:1")]
    [InlineData("123456789012.dkr-ecr.eu-west-1.on.aws/a:1")]
    public void Validate_PrivateEcrThatNoEndpointAnswersFor_Warns(string image) =>
        Assert.Equal(["6:31 LF1317"], SmallFile.Warnings($"network: {{ nat: none }}\nservices:\n  a: {{ type: internal, image: {image} }}\n"));

    [Theory]
    [InlineData("none", "true", "6:47 LF1317")]
    [InlineData("none", "false", null)]
    [InlineData("one", "true", null)]
    public void Validate_LoadTestWithoutNat_WarnsWhereItIsOn(string nat, string enabled, string? expected) =>
        Assert.Equal(
            expected is null ? [] : [expected],
            SmallFile.Warnings($"network: {{ nat: {nat} }}\nservices:\n  load: {{ type: loadTest, target: a, enabled: {enabled} }}\n  a: {{ type: internal, image: {{ build: . }} }}\n")
                .Where(problem => problem.EndsWith("LF1317", StringComparison.Ordinal)));

    [Theory]
    [InlineData("none", "6:41 LF1322")]
    [InlineData("one", null)]
    public void Validate_ServiceThatUsesAuthWithoutNat_WarnsThatCognitoIsOutOfReach(string nat, string? expected) =>
        Assert.Equal(
            expected is null ? [] : [expected],
            SmallFile.Warnings($"network: {{ nat: {nat} }}\nauth: {{}}\nservices: {{ a: {{ type: internal, uses: [auth], image: {{ build: . }} }} }}\n")
                .Where(problem => problem.EndsWith("LF1322", StringComparison.Ordinal)));

    [Fact]
    public void Load_WarningsOnly_GivesAConfiguration()
    {
        var loaded = TestLoad.Text(SmallFile.Head + "network: { nat: none }\n" + Public);

        Assert.NotNull(loaded.Config);
        Assert.Contains(" LF1317 warning: The image 'httpc' of 'a' is not in a private ECR registry", loaded.Problems[0].ToString());
    }
}
