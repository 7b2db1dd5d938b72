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

    // As botocore signs it: the path's escapes are escaped once more.
    [Fact]
    public void Sign_EscapedPath_IsEscapedOnceMore()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://bedrock-runtime.us-east-1.amazonaws.com/model/eu.amazon.nova-lite-v1%3A0/converse");

        RequestSigner.Sign(
            request,
            [],
            new ImmutableCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", null),
            "us-east-1",
            "bedrock",
            new DateTimeOffset(2015, 8, 30, 12, 36, 0, TimeSpan.Zero));

        Assert.EndsWith(
            "SignedHeaders=host;x-amz-date, Signature=225191a859c36d94a0d96192bedf0891243924358cbc3ea5bb04321637364e03",
            Assert.Single(request.Headers.GetValues("Authorization")),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:4566/", "localhost:4566")]
    [InlineData("https://ecs.eu-west-1.amazonaws.com/", "ecs.eu-west-1.amazonaws.com")]
    public void Sign_Port_IsSignedWhereItIsNotTheUsualOne(string url, string host)
    {
        using var signed = Request(url);
        using var named = Request("https://other.example/");
        named.Headers.TryAddWithoutValidation("Host", host); // A given header is signed in place of the URL's.

        Assert.Equal(Signature(named), Signature(signed));
    }

    [Fact]
    public void Sign_HeaderWithSpaces_IsSignedTrimmed()
    {
        using var trimmed = Request("https://example.com/");
        trimmed.Headers.TryAddWithoutValidation("X-Amz-Target", "Do");
        using var spaced = Request("https://example.com/");
        spaced.Headers.TryAddWithoutValidation("X-Amz-Target", " Do ");

        var signature = Signature(spaced);
        Assert.Equal(Signature(trimmed), signature);
        Assert.Contains("SignedHeaders=host;x-amz-date;x-amz-target", signature, StringComparison.Ordinal);
    }

    [Fact]
    public void Sign_AnyRequest_SendsTheTimeThatItSigned()
    {
        using var request = Request("https://example.com/");

        Signature(request);

        Assert.Equal("19700101T000000Z", Assert.Single(request.Headers.GetValues("x-amz-date")));
    }

    private static HttpRequestMessage Request(string url) => new(HttpMethod.Get, url);

    private static string Signature(HttpRequestMessage request)
    {
        RequestSigner.Sign(request, [], new ImmutableCredentials("A", "S", null), "us-east-1", "ecs", DateTimeOffset.UnixEpoch);
        return Assert.Single(request.Headers.GetValues("Authorization"));
    }
}
