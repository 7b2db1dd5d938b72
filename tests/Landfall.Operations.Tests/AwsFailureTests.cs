using System.Net;
using Amazon.Runtime;
using Landfall.Aws;

namespace Landfall.Operations.Tests;

public sealed class AwsFailureTests
{
    public static TheoryData<Exception, string> Failures() => new()
    {
        { new HttpRequestException(HttpRequestError.NameResolutionError, "Name or service not known (sts.eu-west-1.amazonaws.com:443)"), "LF5098" },
        { new TaskCanceledException("It took too long.", new TimeoutException()), "LF5098" },
        { new AmazonServiceException("Connection refused", new HttpRequestException("Connection refused")), "LF5098" },
        { Answer("ExpiredToken"), "LF5050" },
        { Answer("InvalidClientTokenId"), "LF5050" },
        { Answer("AccessDenied"), "LF5099" },
        { new AmazonServiceException("The provided token has expired.") { ErrorCode = "ExpiredToken" }, "LF5050" },
        { new AmazonServiceException("Access Denied") { ErrorCode = "AccessDenied" }, "LF5099" },
        { new AmazonClientException("Failed to resolve AWS credentials."), "LF5050" },
    };

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public void Of_WhatAwsAndTheNetworkThrow_TellsThemApart(Exception exception, string code)
    {
        var failure = AwsFailure.Of(exception);

        Assert.Equal(code, failure?.Code);
        Assert.Contains(exception.Message.TrimEnd('.'), failure?.Message);
    }

    [Theory]
    [InlineData("AccessDenied", "AWS answered AccessDenied: Not today")]
    [InlineData(null, "AWS answered 502 BadGateway: Not today")]
    public void Of_AnswerToTheSdk_NamesTheCode(string? code, string message) => Assert.Equal(
        message, AwsFailure.Of(new AmazonServiceException("Not today") { ErrorCode = code, StatusCode = HttpStatusCode.BadGateway })?.Message);

    [Fact]
    public void Of_Bug_IsNotAws() => Assert.Null(AwsFailure.Of(new InvalidOperationException("a bug")));

    private static AwsException Answer(string code) => new("sts", "GetCallerIdentity", code, "AWS's words", HttpStatusCode.Forbidden);
}
