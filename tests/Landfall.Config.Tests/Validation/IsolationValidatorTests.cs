using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class IsolationValidatorTests
{
    private const string Public = "services:\n  a: { type: internal, image: nginx, sidecars: { s: { image: public.ecr.aws/x/y } } }\n";

    [Fact]
    public void Validate_PublicImagesWithoutNat_WarnsOfEach() =>
        Assert.Equal(["5:31 LF1317", "5:62 LF1317"], SmallFile.Warnings(Public));

    [Fact]
    public void Validate_PublicImagesWithNat_IsAccepted() =>
        Assert.Empty(SmallFile.Warnings("network: { nat: one }\n" + Public));

    [Fact]
    public void Validate_PrivateEcrWithoutNat_IsAccepted() =>
        Assert.Empty(SmallFile.Warnings("services:\n  a: { type: internal, image: 123456789012.dkr.ecr.eu-west-1.amazonaws.com/a:1 }\n"));

    [Fact]
    public void Load_WarningsOnly_GivesAConfiguration()
    {
        var loaded = TestLoad.Text(SmallFile.Head + Public);

        Assert.NotNull(loaded.Config);
        Assert.Contains(" LF1317 warning: The image 'nginx' of 'a' is not in a private ECR registry", loaded.Problems[0].ToString());
    }
}
