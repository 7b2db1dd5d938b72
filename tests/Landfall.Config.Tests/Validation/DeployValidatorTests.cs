using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class DeployValidatorTests
{
    [Fact]
    public void Validate_BlueGreenOfAWorker_IsReported() =>
        Assert.Equal(["6:62 LF1308"], SmallFile.Problems(
            """
            queues: { q: {} }
            services:
              a: { type: worker, image: n, queue: q, deploy: { strategy: blueGreen } }
            """));

    [Fact]
    public void Validate_CanaryOfAnInternalServiceWithoutLoadBalancer_IsReported() =>
        Assert.Equal(["5:54 LF1308"], SmallFile.Problems(
            """
            services:
              a: { type: internal, image: n, deploy: { strategy: canary } }
            """));

    [Fact]
    public void Validate_StepOfBlueGreen_IsReported() =>
        Assert.Equal(["5:66 LF1308"], SmallFile.Problems(
            """
            services:
              a: { type: web, image: n, deploy: { strategy: blueGreen, step: 10 } }
            """));

    [Fact]
    public void Validate_StepWithoutStrategy_IsReported() =>
        Assert.Equal(["5:45 LF1308"], SmallFile.Problems(
            """
            services:
              a: { type: web, image: n, deploy: { step: 10 } }
            """));

    [Fact]
    public void Validate_LinearWithStep_IsAccepted() =>
        Assert.Empty(SmallFile.Problems(
            """
            services:
              a: { type: web, image: n, deploy: { strategy: linear, step: 10, interval: 1m } }
            """));

    [Fact]
    public void Validate_BakeOfARollingDeployment_IsReported() =>
        Assert.Equal(["5:45 LF1308"], SmallFile.Problems(
            """
            services:
              a: { type: web, image: n, deploy: { bake: 10m } }
            """));

    [Fact]
    public void Validate_LinearStepBelowThreePercent_IsReported() =>
        Assert.Equal(["5:63 LF1106"], SmallFile.Problems(
            """
            services:
              a: { type: web, image: n, deploy: { strategy: linear, step: 2% } }
            """));

    [Fact]
    public void Validate_LinearShiftLongerThanCloudFormationAllows_IsReported() =>
        Assert.Equal(["5:67 LF1308"], SmallFile.Problems(
            """
            services:
              a: { type: web, image: n, deploy: { strategy: linear, interval: 4h } }
            """));

    [Fact]
    public void Validate_BakeNotWholeMinutes_IsReported() =>
        Assert.Equal(["5:66 LF1106"], SmallFile.Problems(
            """
            services:
              a: { type: web, image: n, deploy: { strategy: blueGreen, bake: 90s } }
            """));
}
