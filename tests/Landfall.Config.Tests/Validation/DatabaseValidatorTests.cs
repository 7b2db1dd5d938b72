using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class DatabaseValidatorTests
{
    [Fact]
    public void Validate_CapacityOfPlainRds_IsReported() =>
        Assert.Equal(["4:44 LF1311"], SmallFile.Problems(
            """
            databases: { d: { engine: mysql, capacity: { min: 1 } } }
            """));

    [Fact]
    public void Validate_StorageOfAurora_IsReported() =>
        Assert.Equal(["4:50 LF1311"], SmallFile.Problems(
            """
            databases: { d: { engine: aurora-mysql, storage: 30 } }
            """));

    [Fact]
    public void Validate_MinAboveMax_IsReported() =>
        Assert.Equal(["4:58 LF1304"], SmallFile.Problems(
            """
            databases: { d: { engine: aurora-mysql, capacity: { min: 8, max: 4 } } }
            """));

    [Fact]
    public void Validate_CapacityNotInHalves_IsReported() =>
        Assert.Equal(["4:58 LF1311"], SmallFile.Problems(
            """
            databases: { d: { engine: aurora-mysql, capacity: { min: 0.7, max: 4 } } }
            """));

    [Fact]
    public void Validate_PauseWithoutZero_IsReported() =>
        Assert.Equal(["4:73 LF1311"], SmallFile.Problems(
            """
            databases: { d: { engine: aurora-mysql, capacity: { min: 1, pauseAfter: 10m } } }
            """));

    [Fact]
    public void Validate_PauseWithoutMin_IsReported() =>
        Assert.Equal(["4:65 LF1311"], SmallFile.Problems(
            """
            databases: { d: { engine: aurora-mysql, capacity: { pauseAfter: 10m } } }
            """));
}
