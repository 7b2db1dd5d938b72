namespace Landfall.Aws.Tests;

public sealed class AwsEndpointTests
{
    [Fact]
    public void Resolve_NothingSet_IsTheRegions() =>
        Assert.Equal("https://cloudformation.eu-west-1.amazonaws.com/", Resolve("eu-west-1"));

    [Fact]
    public void Resolve_China_HasItsOwnSuffix() =>
        Assert.Equal("https://cloudformation.cn-north-1.amazonaws.com.cn/", Resolve("cn-north-1"));

    [Fact]
    public void Resolve_ServicesOwnVariable_WinsOverTheCommonOne() => Assert.Equal(
        "http://localhost:2/",
        Resolve("eu-west-1", ("AWS_ENDPOINT_URL", "http://localhost:1"), ("AWS_ENDPOINT_URL_CLOUDFORMATION", "http://localhost:2")));

    [Fact]
    public void Resolve_ToldToIgnore_IsTheRegions() => Assert.Equal(
        "https://cloudformation.eu-west-1.amazonaws.com/",
        Resolve("eu-west-1", ("AWS_ENDPOINT_URL", "http://localhost:1"), ("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true")));

    [Fact]
    public void Resolve_EmptyVariable_IsTheRegions() =>
        Assert.Equal("https://cloudformation.eu-west-1.amazonaws.com/", Resolve("eu-west-1", ("AWS_ENDPOINT_URL", "")));

    [Fact]
    public void Resolve_CommonVariable_Counts() =>
        Assert.Equal("http://localhost:1/", Resolve("eu-west-1", ("AWS_ENDPOINT_URL", "http://localhost:1"), ("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "false")));

    [Fact]
    public void Resolve_NoUrl_Throws() =>
        Assert.Throws<UriFormatException>(() => Resolve("eu-west-1", ("AWS_ENDPOINT_URL", "localhost")));

    [Theory]
    [InlineData("route53", "eu-west-1", "https://route53.amazonaws.com/", "us-east-1")]
    [InlineData("route53", "cn-north-1", "https://route53.amazonaws.com.cn/", "cn-northwest-1")]
    [InlineData("route53", "us-gov-east-1", "https://route53.us-gov.amazonaws.com/", "us-gov-west-1")]
    [InlineData("iam", "eu-west-1", "https://iam.amazonaws.com/", "us-east-1")]
    [InlineData("iam", "cn-northwest-1", "https://iam.cn-north-1.amazonaws.com.cn/", "cn-north-1")]
    [InlineData("iam", "us-gov-east-1", "https://iam.us-gov.amazonaws.com/", "us-gov-west-1")]
    public void Resolve_ServiceForAWholePartition_HasNoRegion(string name, string region, string endpoint, string signing)
    {
        var service = new AwsService(name, name, "NAME", "1", Global: true);

        Assert.Equal(endpoint, AwsEndpoint.Resolve(service, region, _ => null).AbsoluteUri);
        Assert.Equal(signing, service.SigningRegion(region));
    }

    private static string Resolve(string region, params (string Name, string Value)[] variables)
    {
        var set = variables.ToDictionary(v => v.Name, v => v.Value);
        return AwsEndpoint.Resolve(new AwsService("cloudformation", "cloudformation", "CLOUDFORMATION", "1"), region, set.GetValueOrDefault).AbsoluteUri;
    }
}
