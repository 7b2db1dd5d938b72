using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class TableValidatorTests
{
    [Fact]
    public void Validate_EqualKeys_IsReported() =>
        Assert.Equal(["4:43 LF1313"], SmallFile.Problems(
            """
            tables: { t: { partitionKey: id, sortKey: id } }
            """));

    [Fact]
    public void Validate_AttributeOfTwoTypes_IsReported() =>
        Assert.Equal(["4:97 LF1313"], SmallFile.Problems(
            """
            tables: { t: { partitionKey: id, indexes: { by-x: { partitionKey: x, sortKey: { name: id, type: number } } } } }
            """));

    [Fact]
    public void Validate_IndexNameTooShort_IsReported() =>
        Assert.Equal(["4:45 LF1503"], SmallFile.Problems(
            """
            tables: { t: { partitionKey: id, indexes: { x: { partitionKey: x } } } }
            """));

    [Fact]
    public void Validate_TtlThatIsAKeyOfText_IsReported() =>
        Assert.Equal(["4:39 LF1313"], SmallFile.Problems(
            """
            tables: { t: { partitionKey: id, ttl: id } }
            """));
}
