using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class RegionValidatorTests
{
    private const string Site = "services:\n  web: { type: site, source: ./web }\n";

    [Theory]
    [InlineData("cn-north-1")]
    [InlineData("cn-northwest-1")]
    public void Validate_SignInInChina_IsRefusedWithWhatToDo(string region) =>
        Assert.Equal(
            [
                $"landfall.yaml:4:7 LF1507 'auth' needs AWS::Cognito::UserPool and AWS::Cognito::UserPoolClient and AWS::Cognito::UserPoolDomain, which {region} does not have. Leave it out here (in an environment: 'auth: null') and let the services check the tokens of another identity provider, or give the environment another 'region'.",
            ],
            TestLoad.Problems(In(region) + "auth: {}\n"));

    [Theory]
    [InlineData("cn-north-1", "AWS::CloudFront::Function and AWS::CloudFront::OriginAccessControl")]
    [InlineData("us-gov-east-1", "AWS::CloudFront::Distribution and AWS::CloudFront::Function and AWS::CloudFront::OriginAccessControl and AWS::CloudFront::ResponseHeadersPolicy")]
    public void Validate_SiteWithoutItsCdn_IsRefusedWithWhatToDo(string region, string missing) =>
        Assert.Equal(
            [
                $"landfall.yaml:5:16 LF1507 The site 'web' needs {missing}, which {region} does not have. Serve its files from a service of type 'web', for example with an image of nginx, or give the environment another 'region'.",
            ],
            TestLoad.Problems(In(region) + Site));

    [Theory]
    [InlineData("us-gov-west-1", "auth: {}\n")]
    [InlineData("cn-north-1", "firewall: {}\nservices:\n  api: { type: web, image: { build: . } }\n")]
    [InlineData("ap-northeast-1", Site)]
    [InlineData("cn-northwest-1", "network: { zones: 3 }\n")]
    [InlineData("ap-northeast-1", "network: { zones: 3 }\n")]
    [InlineData("eu-nowhere-1", Site)]
    public void Validate_WhatTheRegionHas_IsAccepted(string region, string rest) =>
        Assert.DoesNotContain(TestLoad.Problems(In(region) + rest), problem => problem.Contains("LF1507", StringComparison.Ordinal));

    [Theory]
    [InlineData("cn-north-1", 2, "cnn1-az1, cnn1-az2")]
    [InlineData("us-west-1", 2, "usw1-az1, usw1-az3")]
    public void Validate_MoreZonesThanFargateHas_IsRefused(string region, int zones, string names) =>
        Assert.Equal(
            [$"landfall.yaml:4:19 LF1507 'zones' is 3, but Fargate runs in {zones} zones of {region} ({names}). Set it to {zones}."],
            TestLoad.Problems(In(region) + "network: { zones: 3 }\n"));

    [Theory]
    [InlineData("cn-north-1", true)]
    [InlineData("us-gov-west-1", true)]
    [InlineData("eu-west-1", false)]
    public void Validate_DataApiWhereThereIsNone_IsRefused(string region, bool refused) =>
        Assert.Equal(refused, TestLoad.Problems(In(region) + "databases: { a: { engine: aurora-mysql, dataApi: true } }\n")
            .Any(problem => problem.StartsWith("landfall.yaml:4:50 LF1507 'dataApi' of 'a' is on", StringComparison.Ordinal)));

    [Theory]
    [InlineData("eu-west-1", "arn:aws:acm:eu-west-1:111111111111:certificate/a", false)]
    [InlineData("eu-west-1", "arn:aws:acm:us-east-1:111111111111:certificate/a", true)]
    [InlineData("cn-north-1", "arn:aws:acm:cn-north-1:111111111111:certificate/a", true)]
    [InlineData("cn-north-1", "arn:aws-cn:acm:cn-north-1:111111111111:certificate/a", false)]
    public void Validate_CertificateOfAnotherRegion_IsRefused(string region, string certificate, bool refused) =>
        Assert.Equal(refused, TestLoad.Problems(In(region) + $"domain: {{ name: example.com, zone: example.com, certificate: '{certificate}' }}\n")
            .Any(problem => problem.StartsWith("landfall.yaml:4:62 LF1507 'certificate' is of ", StringComparison.Ordinal)));

    [Theory]
    [InlineData("eu-west-1")]
    [InlineData("us-east-1")]
    public void Validate_SiteWithDomainAndFirewall_IsAcceptedInAnyRegionWithACdn(string region) =>
        Assert.Empty(TestLoad.Problems(In(region) + "domain: { name: example.com, zone: example.com }\nfirewall: {}\n" + Site));

    [Theory]
    [InlineData("arn:aws:acm:us-east-1:111111111111:certificate/a", false)]
    [InlineData("arn:aws:acm:eu-west-1:111111111111:certificate/a", true)]
    public void Validate_CdnCertificateOfAnotherRegion_IsRefused(string certificate, bool refused) =>
        Assert.Equal(refused, TestLoad.Problems(In("eu-west-1") + $"domain: {{ name: example.com, zone: example.com, cdnCertificate: '{certificate}' }}\n" + Site)
            .Any(problem => problem.Contains("the ARN of an ACM certificate in us-east-1", StringComparison.Ordinal)));

    [Fact]
    public void Validate_CdnCertificateInChina_IsRefused() =>
        Assert.Contains(
            "LF1507 'cdnCertificate' is for CloudFront",
            Assert.Single(TestLoad.Problems(In("cn-north-1") + "domain: { name: example.com, zone: example.com, cdnCertificate: 'arn:aws:acm:us-east-1:111111111111:certificate/a' }\n")));

    [Fact]
    public void Validate_OneEnvironmentInChina_IsRefusedThereOnly() =>
        Assert.Single(TestLoad.Problems("app: shop\nregion: eu-west-1\nenvironments: { dev: {}, china: { region: cn-north-1 } }\nauth: {}\n"), problem => problem.Contains("LF1507", StringComparison.Ordinal) && problem.Contains("(In china.)", StringComparison.Ordinal));

    [Fact]
    public void Validate_EnvironmentThatLeavesItOut_IsAccepted() =>
        Assert.Empty(TestLoad.Problems("app: shop\nregion: eu-west-1\nenvironments: { dev: {}, china: { region: cn-north-1, auth: null } }\nauth: {}\n"));

    [Fact]
    public void Validate_TextThatIsNoRegionAndLongerThanAnyName_IsOneProblem() =>
        Assert.Contains("LF1502", Assert.Single(TestLoad.Problems(In(new string('x', 200)) + "buckets: { uploads: {} }\n")));

    private static string In(string region) => $"app: shop\nregion: {region}\nenvironments: {{ dev: {{}} }}\n";
}
