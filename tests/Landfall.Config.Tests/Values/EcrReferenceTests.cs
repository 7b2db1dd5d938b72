using Landfall.Config.Regions;
using Landfall.Config.Values;

namespace Landfall.Config.Tests.Values;

public class EcrReferenceTests
{
    [Theory]
    [InlineData("111111111111.dkr.ecr.eu-west-1.amazonaws.com/team/tool:1", "arn:aws:ecr:eu-west-1:111111111111:repository/team/tool", true)]
    [InlineData("111111111111.dkr.ecr.cn-north-1.amazonaws.com.cn/tool@sha256:00", "arn:aws-cn:ecr:cn-north-1:111111111111:repository/tool", true)]
    [InlineData("111111111111.dkr.ecr.us-gov-west-1.amazonaws.com/tool", "arn:aws-us-gov:ecr:us-gov-west-1:111111111111:repository/tool", true)]
    [InlineData("111111111111.dkr.ecr-fips.us-east-1.amazonaws.com/tool", "arn:aws:ecr:us-east-1:111111111111:repository/tool", true)]
    [InlineData("111111111111.dkr-ecr.eu-west-1.on.aws/tool:1", "arn:aws:ecr:eu-west-1:111111111111:repository/tool", false)]
    public void Find_PrivateRepository_HasItsArn(string image, string arn, bool endpoint)
    {
        var reference = EcrReference.Find(image);

        Assert.Equal((arn, endpoint), (reference?.Arn, reference?.HasEndpoint));
    }

    [Theory]
    [InlineData("public.ecr.aws/nginx/nginx:1.27")]
    [InlineData("nginx")]
    [InlineData("111111111111.dkr.ecr.eu-west-1.amazonaws.com")]
    [InlineData("111111111111.dkr.ecr.cn-north-1.amazonaws.com/tool")]
    [InlineData("111111111111.dkr.ecr.eu-west-1.amazonaws.com.cn/tool")]
    [InlineData("111111111111.dkr.ecr.eu-nowhere-1.amazonaws.com/tool")]
    [InlineData("111111111111.dkr.ecr.eu-west-1.amazonaws.com.example.org/tool")]
    [InlineData("x/111111111111.dkr.ecr.eu-west-1.amazonaws.com/tool")]
    public void Find_AnotherRegistry_GivesNothing(string image) => Assert.Null(EcrReference.Find(image));

    [Fact]
    public void Find_EveryRegion_IsOfItsPartition() => Assert.All(RegionTable.Names, name =>
    {
        var region = RegionTable.Of(name);

        Assert.StartsWith($"arn:{region.Partition}:ecr:{name}:", EcrReference.Find($"111111111111.dkr.ecr.{name}.{region.DnsSuffix}/tool")!.Arn, StringComparison.Ordinal);
    });
}
