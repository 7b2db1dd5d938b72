using Amazon.Runtime;

namespace Landfall.Aws.Tests;

/// <summary>Sessions whose requests go to a server of the test's own.</summary>
internal static class StubSession
{
    public const string Region = "eu-west-1";

    public static AwsSession To(HttpStub aws, TimeProvider? time = null) => To(aws.Url, time);

    public static AwsSession To(string url, TimeProvider? time = null) =>
        new(Region, time ?? new HurriedTime(), new BasicAWSCredentials("AKIDEXAMPLE", "secret"), name => name == "AWS_ENDPOINT_URL" ? url : null);
}
