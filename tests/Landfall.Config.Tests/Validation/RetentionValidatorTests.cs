using Landfall.Config.Overrides;
using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class RetentionValidatorTests
{
    [Fact]
    public void Validate_EveryStepThatCloudFormationKnows_IsAccepted()
    {
        var steps = ResourceSchemas.Find("AWS::Logs::LogGroup")!.Root.Properties["RetentionInDays"].Words;

        Assert.NotEmpty(steps);
        Assert.All(steps, days => Assert.Empty(SmallFile.Problems($"network: {{ logRetention: {days}d }}\n")));
    }

    [Fact]
    public void Validate_RetentionNotAStep_IsReported() =>
        Assert.Equal(["5:48 LF1305"], SmallFile.Problems(
            """
            services:
              a: { type: internal, image: n, logRetention: 31d }
            """));

    [Fact]
    public void Validate_RetentionOfTheNetworkNotAStep_IsReported() =>
        Assert.Equal(["4:26 LF1305"], SmallFile.Problems(
            """
            network: { logRetention: 2d }
            """));

    [Fact]
    public void Validate_BackupNotWholeDays_IsReported() =>
        Assert.Equal(["4:42 LF1106"], SmallFile.Problems(
            """
            databases: { d: { engine: mysql, backup: 36h } }
            """));

    [Fact]
    public void Validate_ExpiryNotWholeDays_IsReported() =>
        Assert.Equal(["4:25 LF1106"], SmallFile.Problems(
            """
            buckets: { b: { expire: 36h } }
            """));

    [Fact]
    public void Validate_Step_IsAccepted() =>
        Assert.Empty(SmallFile.Problems(
            """
            network: { logRetention: 90d }
            """));
}
