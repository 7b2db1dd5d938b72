using System.Net;
using System.Net.Sockets;
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
        { new HttpIOException(HttpRequestError.ResponseEnded, "The response ended prematurely."), "LF5098" },
        { new IOException("Unable to read data from the transport connection", new SocketException((int)SocketError.ConnectionReset)), "LF5098" },
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
    public void Of_AnswerToTheSdk_NamesTheCode(string? code, string message) => Assert.StartsWith(
        message + ". ", AwsFailure.Of(new AmazonServiceException("Not today") { ErrorCode = code, StatusCode = HttpStatusCode.BadGateway })?.Message);

    [Theory]
    [InlineData("AccessDeniedException", "User: arn:aws:iam::1:user/x is not authorized to perform: ecs:ListServices on resource: *", "The credentials lack the permission 'ecs:ListServices'. Ask for it, or take another profile (AWS_PROFILE).")]
    [InlineData("AccessDenied", "Access Denied", "ecs:ListServices failed with AccessDenied: Access Denied. The credentials lack a permission for this. Ask for it, or take another profile (AWS_PROFILE).")]
    [InlineData("UnauthorizedOperation", "… is not authorized to perform: ec2:CreateVpc with an explicit deny in a service control policy", "'ec2:CreateVpc'. The organisation's policy forbids it, so that no role of the account can do it. Ask for it, or take another profile (AWS_PROFILE).")]
    [InlineData("AccessDenied", "… is not authorized to perform: s3:PutObject with an explicit deny in a resource-based policy", "A policy denies it, so that one which allows it does not help. Ask for it, or take another profile (AWS_PROFILE).")]
    [InlineData("ThrottlingException", "Rate exceeded", "Rate exceeded. Landfall has tried several times. Wait a minute, and run the same command again; AWS says at https://health.aws.amazon.com where something is wrong.")]
    [InlineData("ClusterNotFoundException", "Cluster not found.", "ecs:ListServices failed with ClusterNotFoundException: Cluster not found.")]
    public void Of_Refusal_SaysWhatToDo(string code, string message, string end)
    {
        var failure = AwsFailure.Of(new AwsException("ecs", "ListServices", code, message, HttpStatusCode.BadRequest))!;

        Assert.Equal("LF5099", failure.Code);
        Assert.EndsWith(end, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RequestTimeTooSkewed", "The difference between the request time and the current time is too large.")]
    [InlineData("InvalidSignatureException", "Signature expired: 20261127T010000Z is now earlier than 20261127T060000Z")]
    public void Of_WrongClock_SaysSo(string code, string message) => Assert.EndsWith(
        "This machine's clock is wrong. Set it by a time server, and run the same command again.",
        AwsFailure.Of(new AmazonServiceException(message) { ErrorCode = code, StatusCode = HttpStatusCode.Forbidden })!.Message);

    [Fact]
    public void Of_Bug_IsNotAws() => Assert.Null(AwsFailure.Of(new InvalidOperationException("a bug")));

    private static AwsException Answer(string code) => new("sts", "GetCallerIdentity", code, "AWS's words", HttpStatusCode.Forbidden);
}
