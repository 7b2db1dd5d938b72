using System.Text;
using Landfall.Hooks.Aws;
using Landfall.Hooks.Runtime;

namespace Landfall.Hooks.Tests.Aws;

public sealed class RequestSignatureTests
{
    /// <remarks>AWS's own test suite of Signature Version 4, "post-x-www-form-urlencoded".</remarks>
    [Fact]
    public void Headers_OfTheTestSuite_AreThose()
    {
        var settings = FunctionSettings.From(name => name switch
        {
            "AWS_REGION" => "us-east-1",
            "AWS_ACCESS_KEY_ID" => "AKIDEXAMPLE",
            "AWS_SECRET_ACCESS_KEY" => "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
            _ => null,
        });

        var headers = new RequestSignature(settings, "service", new DateTimeOffset(2015, 8, 30, 12, 36, 0, TimeSpan.Zero))
            .Headers(new Uri("https://example.amazonaws.com/"), "application/x-www-form-urlencoded", Encoding.UTF8.GetBytes("Param1=value1"));

        Assert.Equal("20150830T123600Z", headers.Single(header => header.Key == "x-amz-date").Value);
        Assert.Equal(
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a",
            headers.Single(header => header.Key == "Authorization").Value);
    }
}
