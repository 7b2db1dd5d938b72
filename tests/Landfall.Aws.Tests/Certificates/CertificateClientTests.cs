using Landfall.Aws.Certificates;

namespace Landfall.Aws.Tests.Certificates;

public sealed class CertificateClientTests
{
    [Fact]
    public async Task ListIssuedAsync_SeveralPages_GivesAllWithTheirNames()
    {
        using var aws = HttpStub.InTurn(
            new StubAnswer(200, """{"CertificateSummaryList":[{"CertificateArn":"arn:b","DomainName":"b.com","SubjectAlternativeNameSummaries":["b.com","*.b.com"]}],"NextToken":"more"}"""),
            new StubAnswer(200, """{"CertificateSummaryList":[{"CertificateArn":"arn:a","DomainName":"a.com"}]}"""));
        using var session = StubSession.To(aws);

        var found = await new CertificateClient(session).ListIssuedAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["arn:a: a.com", "arn:b: b.com, *.b.com"], found.Select(certificate => $"{certificate.Arn}: {string.Join(", ", certificate.Names)}"));
        Assert.Equal("CertificateManager.ListCertificates", aws.Requests[0].Headers["X-Amz-Target"]);
        Assert.Equal("""{"CertificateStatuses":["ISSUED"],"Includes":{"keyTypes":["RSA_2048","EC_prime256v1"]}}""", aws.Requests[0].Body);
        Assert.Contains("\"NextToken\":\"more\"", aws.Requests[1].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"Tags":[{"Key":"aws:cloudformation:stack-name","Value":"x"}]}""", true)]
    [InlineData("""{"Tags":[{"Key":"team","Value":"x"}]}""", false)]
    [InlineData("{}", false)]
    public async Task IsOfStackAsync_Tags_TellWhoMadeIt(string answer, bool expected)
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, answer));
        using var session = StubSession.To(aws);

        Assert.Equal(expected, await new CertificateClient(session).IsOfStackAsync("arn:a", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task In_AnotherRegion_AsksThereWithTheSameCredentials()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, "{}"));
        using var session = StubSession.To(aws);
        using var there = session.In("us-east-1");

        Assert.Empty(await new CertificateClient(there).ListIssuedAsync(TestContext.Current.CancellationToken));

        Assert.Contains("/us-east-1/acm/aws4_request", Assert.Single(aws.Requests).Headers["Authorization"], StringComparison.Ordinal);
    }
}
