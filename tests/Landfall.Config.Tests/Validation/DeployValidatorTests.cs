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

    [Theory]
    [InlineData("strategy: blueGreen, judge: false", "5:67 LF1308")]
    [InlineData("judge: true", "5:46 LF1308")]
    [InlineData("strategy: linear, judge: true", null)]
    [InlineData("strategy: canary, judge: false", null)]
    public void Validate_Judge_BelongsToStrategiesWithBothVersionsAtOnce(string deploy, string? problem) =>
        Assert.Equal(
            problem is null ? [] : [problem],
            SmallFile.Problems($"services:\n  a: {{ type: web, image: n, deploy: {{ {deploy} }} }}\n"));

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

    [Fact]
    public void Validate_PauseOfARollingDeployment_IsReported() =>
        Assert.Equal(["5:46 LF1308"], SmallFile.Problems(
            """
            services:
              a: { type: web, image: n, deploy: { pause: beforeTraffic } }
            """));

    [Theory]
    [InlineData("strategy: blueGreen, bake: 9h, pause: beforeTraffic", true)]
    [InlineData("strategy: blueGreen, bake: 9h1m, pause: beforeTraffic", false)]
    [InlineData("strategy: blueGreen, bake: 9h1m, pause: { at: afterTraffic, timeout: 23h59m }", true)]
    [InlineData("strategy: canary, bake: 9h, interval: 1m, pause: beforeTraffic", false)]
    [InlineData("strategy: linear, step: 50, bake: 8h, interval: 1h, pause: beforeTraffic", true)]
    [InlineData("strategy: linear, step: 50, bake: 8h1m, interval: 1h, pause: beforeTraffic", false)]
    public void Validate_PauseAndShift_FitIntoWhatCloudFormationAllows(string deploy, bool fits)
    {
        var problems = TestLoad.Text(SmallFile.Head + $"services: {{ a: {{ type: web, image: n, deploy: {{ {deploy} }} }} }}\n").Problems;

        Assert.Equal(fits ? [] : [ErrorCodes.DeployStrategy], problems.Select(p => p.Code));
    }

    [Fact]
    public void Validate_PauseTooLong_SaysWhatItIsMadeOf() =>
        Assert.Equal(
            "The rollout could take 1d10h ('interval' and 'bake', and the pause until its 'timeout'), but CloudFormation allows 33h. Shorten 'timeout'.",
            Assert.Single(TestLoad.Text(SmallFile.Head + "services: { a: { type: web, image: n, deploy: { strategy: canary, bake: 9h, interval: 1h, pause: beforeTraffic } } }\n").Problems).Message);
}
