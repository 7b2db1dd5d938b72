using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class NameLengthValidatorTests
{
    [Fact]
    public void Validate_BucketTooLong_IsReported() =>
        Assert.Equal(["4:12 LF1504"], SmallFile.Problems(
            """
            buckets: { a-bucket-with-a-name-of-forty-letters-xx: {} }
            """));

    [Fact]
    public void Validate_DeadLetterQueueTooLong_IsReported() =>
        Assert.Equal(["4:11 LF1504"], SmallFile.Problems(
            """
            queues: { a-queue-with-a-name-that-is-too-long-for-what-amazon-sqs-takes-as-a-name: {} }
            """));

    [Fact]
    public void Validate_BucketOfASiteTooLong_IsReported() =>
        Assert.Equal(["5:3 LF1504"], SmallFile.Problems(
            """
            services:
              a-site-of-twenty-six-letters: { type: site }
            """));

    /// <summary>The bucket of access logs and the domain of the sign-in pages are the shortest of all.</summary>
    [Fact]
    public void Validate_ApplicationTooLongForWhatLandfallMakes_IsReported()
    {
        var problems = TestLoad.Problems("""
            app: an-application-with-a-name-of-more-than-46-letters
            region: eu-west-1
            environments: { dev: {} }
            auth: {}
            """);

        Assert.Equal(2, problems.Length);
        Assert.Contains("3:17 LF1504 The bucket of access logs would be called 'an-application", problems[0], StringComparison.Ordinal);
        Assert.Contains("3:17 LF1504 The domain of the sign-in pages would be called 'an-application", problems[1], StringComparison.Ordinal);
    }
}
