using System.Globalization;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK.AWS.Scheduler;
using Landfall.Config.Plan;
using Landfall.Config.Values;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Grants;
using Landfall.Constructs.Scaling;
using Landfall.Constructs.Tasks;

namespace Landfall.Constructs.Sleep;

/// <summary>
/// Keeps an environment asleep on holidays. Application Auto Scaling has no calendar: one function looks, before the tasks of a day would
/// start, whether they are to, and suspends the scheduled actions where not ("suspend scheduled scaling", Application Auto
/// Scaling User Guide, "Suspending and resuming scaling").
/// </summary>
internal static class Holidays
{
    // Long enough for an invocation that is tried again.
    private static readonly TimeSpan Lead = TimeSpan.FromMinutes(30);

    public static void AddTo(LandfallStack stack)
    {
        if (stack.Plan.NightSchedule is not { Holidays.Count: > 0 } sleep || !stack.Plan.Services.OfType<ContainerServicePlan>().Any(service => service is not JobServicePlan))
        {
            return;
        }

        var group = new CfnLogGroup(stack, "HolidayLogs", new CfnLogGroupProps { RetentionInDays = stack.Plan.Network.LogDays });
        var function = new CfnFunction(stack, "HolidayFunction", new CfnFunctionProps
        {
            Description = "Keeps the environment asleep on holidays",
            Runtime = "nodejs24.x",
            Architectures = ["arm64"],
            Handler = "index.handler",
            Timeout = 60,
            MemorySize = 256,
            Code = new CfnFunction.CodeProperty { ZipFile = InlineSource.Of("holidays.js") },
            Role = Role(stack, group).AttrArn,
            LoggingConfig = new CfnFunction.LoggingConfigProperty { LogGroup = group.Ref },
            Environment = new CfnFunction.EnvironmentProperty
            {
                Variables = new Dictionary<string, string>
                {
                    ["CLUSTER"] = stack.Names.Cluster,
                    ["ZONE"] = sleep.TimeZone,
                    ["LEAD_SECONDS"] = Lead.TotalSeconds.ToString(CultureInfo.InvariantCulture),
                    ["HOLIDAYS"] = string.Join(' ', sleep.Holidays.Select(date => date.ToString("O", CultureInfo.InvariantCulture))),
                },
            },
        });
        var early = sleep.Start.Add(-Lead, out var wrapped);
        _ = new CfnSchedule(stack, "HolidaySchedule", new CfnScheduleProps
        {
            Description = "Before the tasks of a day start",
            ScheduleExpression = $"cron({ScheduledActions.Cron(early, WeekDays.Write(WeekDays.Read(sleep.Days).Select(day => WeekDays.Later(day, wrapped)).Order()))})",
            ScheduleExpressionTimezone = sleep.TimeZone,
            FlexibleTimeWindow = new CfnSchedule.FlexibleTimeWindowProperty { Mode = "OFF" },
            Target = new CfnSchedule.TargetProperty
            {
                Arn = function.AttrArn,
                RoleArn = TaskRoles.Role(stack, "HolidayScheduleRole", "Starts the function that knows the holidays", "scheduler.amazonaws.com",
                    [new Statement(["lambda:InvokeFunction"], [function.AttrArn])]).AttrArn,

                // EventBridge Scheduler User Guide, "Adding context attributes": when it was to run, whenever it does.
                Input = """{"at":"<aws.scheduler.scheduled-time>"}""",
                RetryPolicy = new CfnSchedule.RetryPolicyProperty { MaximumRetryAttempts = 5, MaximumEventAgeInSeconds = 1500 },
            },
        });
    }

    private static CfnRole Role(LandfallStack stack, CfnLogGroup group) =>
        TaskRoles.Role(stack, "HolidayRole", "Keeps the environment asleep on holidays", "lambda.amazonaws.com",
        [
            new Statement(["logs:CreateLogStream", "logs:PutLogEvents"], [group.AttrArn]),
            new Statement(["application-autoscaling:DescribeScalableTargets"], ["*"]),

            // Application Auto Scaling asks ECS in the caller's name (user guide, "Identity-based policy examples").
            new Statement(["application-autoscaling:RegisterScalableTarget"], [stack.Names.Arn("application-autoscaling", "scalable-target/*")], Condition: new Dictionary<string, object>
            {
                ["StringEquals"] = new Dictionary<string, object> { ["application-autoscaling:service-namespace"] = "ecs", ["application-autoscaling:scalable-dimension"] = "ecs:service:DesiredCount" },
            }),
            new Statement(["ecs:DescribeServices", "ecs:UpdateService"], [stack.Names.Arn("ecs", $"service/{stack.Names.Cluster}/*")]),
        ],
        "Targets have ids of Application Auto Scaling's own, and services come and go.");
}
