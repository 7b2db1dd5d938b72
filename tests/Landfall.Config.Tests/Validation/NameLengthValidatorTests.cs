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
    public void Validate_DatabaseTooLong_IsReported() =>
        Assert.Equal(["4:14 LF1504"], SmallFile.Problems(
            """
            databases: { a-database-with-a-name-that-is-too-long-for-what-rds-takes: { engine: mysql } }
            """));
}
