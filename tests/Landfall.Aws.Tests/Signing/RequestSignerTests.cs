using System.Text;
using Amazon.Runtime;
using Landfall.Aws.Signing;

namespace Landfall.Aws.Tests.Signing;

public sealed class RequestSignerTests
{
    // The example "post-x-www-form-urlencoded" of AWS's Signature Version 4 test suite.
    [Fact]
    public void Sign_ExampleOfTheTestSuite_GivesItsSignature()
    {
        var body = Encoding.UTF8.GetBytes("Param1=value1");
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://example.amazonaws.com/") { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded");

        RequestSigner.Sign(
            request,
            body,
            new ImmutableCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", null),
            "us-east-1",
            "service",
            new DateTimeOffset(2015, 8, 30, 12, 36, 0, TimeSpan.Zero));

        Assert.Equal(
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a",
            Assert.Single(request.Headers.GetValues("Authorization")));
    }

    [Fact]
    public void Sign_SessionToken_IsSentAndSigned()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://example.amazonaws.com/");

        RequestSigner.Sign(request, [], new ImmutableCredentials("A", "S", "TOKEN"), "us-east-1", "ecs", DateTimeOffset.UnixEpoch);

        Assert.Equal("TOKEN", Assert.Single(request.Headers.GetValues("x-amz-security-token")));
        Assert.Contains("x-amz-security-token", Assert.Single(request.Headers.GetValues("Authorization")), StringComparison.Ordinal);
    }

    // The example "get-vanilla-query-order-key-case" of the test suite.
    [Fact]
    public void Sign_QueryOfTheTestSuite_GivesItsSignature()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://example.amazonaws.com/?Param1=value1&Param2=value2");

        RequestSigner.Sign(
            request,
            [],
            new ImmutableCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", null),
            "us-east-1",
            "service",
            new DateTimeOffset(2015, 8, 30, 12, 36, 0, TimeSpan.Zero));

        Assert.EndsWith(
            "SignedHeaders=host;x-amz-date, Signature=b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
            Assert.Single(request.Headers.GetValues("Authorization")),
            StringComparison.Ordinal);
    }
}
