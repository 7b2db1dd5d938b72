using System.Net;

namespace Landfall.Aws.Tests;

public sealed class AwsExceptionTests
{
    [Theory]
    [InlineData(500, "InternalFailure")]
    [InlineData(503, "ServiceUnavailable")]
    [InlineData(429, "TooManyRequests")]
    [InlineData(400, "Throttling")]
    [InlineData(400, "ThrottlingException")]
    [InlineData(400, "RequestLimitExceeded")]
    [InlineData(400, "RequestTimeout")]
    [InlineData(400, "RequestTimeoutException")]
    [InlineData(400, "SlowDown")]
    [InlineData(400, "PriorRequestNotComplete")]
    public void IsTransient_MayGoThroughLater_IsTrue(int status, string code) => Assert.True(Of(status, code).IsTransient);

    [Theory]
    [InlineData(400, "ValidationError")]
    [InlineData(403, "AccessDenied")]
    [InlineData(404, "NoSuchHostedZone")]
    [InlineData(499, "ClientClosed")]
    public void IsTransient_FailsAlikeNextTime_IsFalse(int status, string code) => Assert.False(Of(status, code).IsTransient);

    [Fact]
    public void Message_Error_NamesOperationAndCode()
    {
        var e = Of(400, "ValidationError");

        Assert.Equal("cloudformation:DescribeStacks failed with ValidationError: AWS's words", e.Message);
        Assert.Equal("AWS's words", e.AwsMessage);
        Assert.Equal(HttpStatusCode.BadRequest, e.Status);
    }

    private static AwsException Of(int status, string code) => new("cloudformation", "DescribeStacks", code, "AWS's words", (HttpStatusCode)status);
}
