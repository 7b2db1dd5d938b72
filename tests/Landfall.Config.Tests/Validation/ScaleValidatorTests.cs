using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class ScaleValidatorTests
{
    [Theory]
    [InlineData("off: { at: 0 20 * * *, min: 0, max: 0 }", "", true)]
    [InlineData("off: { at: 0 20 * * *, min: 0, max: 0 }, on: { at: 0 7 * * *, min: 1, max: 4 }", "", false)]
    [InlineData("off: { at: 0 20 * * *, min: 0, max: 0 }", "schedule: { stop: \"22:00\", start: \"09:00\" }", false)]
    [InlineData("less: { at: 0 20 * * *, min: 0, max: 1 }", "", false)]
    public void Validate_ScheduleAfterWhichNothingBringsTasksBack_IsAWarning(string schedules, string night, bool warns)
    {
        var found = TestLoad.Problems($"{SmallFile.Head}{night}\nservices: {{ a: {{ type: web, image: n, scale: {{ min: 2, max: 4, cpu: 50, schedules: {{ {schedules} }} }} }} }}\n")
            .Where(problem => problem.Contains("LF1310", StringComparison.Ordinal)).ToArray();

        Assert.Equal(
            warns ? ["landfall.yaml:5:122 LF1310 warning: 'off' sends every task of 'a' home, and no other schedule brings any back. Add one whose 'max' is at least 1."] : [],
            found);
    }

    [Fact]
    public void Validate_MinAboveMax_IsReportedAtMin() =>
        Assert.Equal(["5:48 LF1304"], SmallFile.Problems(
            """
            services:
              a: { type: internal, image: n, scale: { min: 5, max: 2, cpu: 60 } }
            """));

    [Fact]
    public void Validate_MaxWithoutTarget_IsReported() =>
        Assert.Equal(["5:56 LF1310"], SmallFile.Problems(
            """
            services:
              a: { type: internal, image: n, scale: { min: 1, max: 2 } }
            """));

    [Fact]
    public void Validate_BacklogOfAService_IsReported() =>
        Assert.Equal(["5:60 LF1310"], SmallFile.Problems(
            """
            services:
              a: { type: internal, image: n, scale: { max: 2, backlog: 10 } }
            """));

    [Fact]
    public void Validate_RequestsWithoutLoadBalancer_IsReported() =>
        Assert.Equal(["5:61 LF1310"], SmallFile.Problems(
            """
            services:
              a: { type: internal, image: n, scale: { max: 2, requests: 10 } }
            """));

    [Fact]
    public void Validate_RequestsWithInternalLoadBalancer_IsAccepted() =>
        Assert.Empty(SmallFile.Problems(
            """
            services:
              a: { type: internal, image: n, loadBalancer: true, scale: { max: 2, requests: 10 } }
            """));

    [Fact]
    public void Validate_WorkerFromZeroWithoutQueueTarget_IsReported() =>
        Assert.Equal(["6:56 LF1310"], SmallFile.Problems(
            """
            queues: { q: {} }
            services:
              a: { type: worker, image: n, queue: q, scale: { min: 0, max: 2, cpu: 50 } }
            """));

    [Fact]
    public void Validate_WorkerFromZeroWithSteps_IsAccepted() =>
        Assert.Empty(SmallFile.Problems(
            """
            queues: { q: {} }
            services:
              a: { type: worker, image: n, queue: q, scale: { min: 0, max: 2, steps: [{ above: 0, add: 1 }] } }
            """));

    [Fact]
    public void Validate_StepsAtOneNumber_IsReported() =>
        Assert.Equal(["6:98 LF1310"], SmallFile.Problems(
            """
            queues: { q: {} }
            services:
              a: { type: worker, image: n, queue: q, scale: { max: 2, steps: [{ above: 5, add: 1 }, { above: 5, add: 2 }] } }
            """));

    [Fact]
    public void Validate_StepsAndBacklog_IsReported() =>
        Assert.Equal(["6:78 LF1310"], SmallFile.Problems(
            """
            queues: { q: {} }
            services:
              a: { type: worker, image: n, queue: q, scale: { max: 2, backlog: 5, steps: [{ above: 5, add: 1 }] } }
            """));

    [Fact]
    public void Validate_ServiceAtZeroTasks_IsReported() =>
        Assert.Equal(["5:48 LF1310"], SmallFile.Problems(
            """
            services:
              a: { type: internal, image: n, scale: { min: 0, max: 2, cpu: 50 } }
            """));

    [Fact]
    public void Validate_ScheduledMinAboveMax_IsReported() =>
        Assert.Equal(["5:92 LF1304"], SmallFile.Problems(
            """
            services:
              a: { type: internal, image: n, scale: { max: 3, schedules: { up: { at: "0 8 * * *", min: 3, max: 2 } } } }
            """));

    [Fact]
    public void Validate_TargetWithoutMax_IsReported() =>
        Assert.Equal(["5:51 LF1310"], SmallFile.Problems(
            """
            services:
              a: { type: web, image: n, scale: { min: 2, cpu: 60 } }
            """));
}
