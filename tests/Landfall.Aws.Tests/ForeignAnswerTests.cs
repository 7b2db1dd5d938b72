using System.Net;
using System.Text;

namespace Landfall.Aws.Tests;

public sealed class ForeignAnswerTests
{
    [Theory]
    [InlineData(200, "<!DOCTYPE html>\n<title>Sign in</title>", true)]
    [InlineData(403, "\n <HTML><body>Blocked by policy</body></HTML>", true)]
    [InlineData(503, "<html><body><b>Http/1.1 Service Unavailable</b></body> </html>", false)]
    [InlineData(200, "{\"builds\":[]}", false)]
    [InlineData(403, "<ErrorResponse><Error/></ErrorResponse>", false)]
    [InlineData(200, "", false)]
    public void Is_Answer_TellsAPageFromAwsAnswers(int status, string body, bool expected) =>
        Assert.Equal(expected, ForeignAnswer.Is((HttpStatusCode)status, Encoding.UTF8.GetBytes(body)));
}
