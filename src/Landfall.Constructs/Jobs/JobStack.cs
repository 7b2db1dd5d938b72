using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Scheduler;
using Amazon.CDK.AWS.StepFunctions;
using Landfall.Config.Alarms;
using Landfall.Config.Plan;
using Landfall.Constructs.Alarms;
using Landfall.Constructs.Dashboards;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Grants;
using Landfall.Constructs.Tasks;

namespace Landfall.Constructs.Jobs;

/// <summary>A container that runs on a schedule and ends: EventBridge Scheduler starts a state machine that runs it.</summary>
public class JobStack : ContainerStack
{
    /// <summary>Creates the stack of a job.</summary>
    /// <param name="app">The app.</param>
    /// <param name="service">The job.</param>
    public JobStack(LandfallApp app, JobServicePlan service)
        : base(app, service)
    {
        var name = Plan.AwsNames.Job(service.Name);
        var arn = Names.Arn("states", $"stateMachine:{name}");
        var role = RunRole(service);
        StateMachine = new CfnStateMachine(this, "StateMachine", new CfnStateMachineProps
        {
            StateMachineName = name,
            RoleArn = role.AttrArn,
            DefinitionString = JobDefinition.Of(service, Names.Partition, Names.ClusterArn, TaskDefinitionArn, Subnets, SecurityGroups),
            TracingConfiguration = new CfnStateMachine.TracingConfigurationProperty { Enabled = true },
            LoggingConfiguration = new CfnStateMachine.LoggingConfigurationProperty
            {
                Level = "ALL",
                IncludeExecutionData = false,
                Destinations = new object[]
                {
                    new CfnStateMachine.LogDestinationProperty
                    {
                        CloudWatchLogsLogGroup = new CfnStateMachine.CloudWatchLogsLogGroupProperty { LogGroupArn = Names.Arn("logs", $"log-group:{Names.RunLogGroup(service.Name)}:*") },
                    },
                },
            },
        });
        Schedule(service, name, arn);
        JobDashboard.AddTo(this, service);

        // A run that fails ends its state machine; the alarm says so once and is over after five quiet minutes.
        MetricAlarm.Create(this, "Failed", Runbooks.Failed, $"A run of {service.Title} has failed after all its attempts.",
            "FILL(failed, 0) + FILL(aborted, 0)", 0, 1, [Runs("failed", "ExecutionsFailed"), Runs("aborted", "ExecutionsTimedOut")]);

        Amazon.CDK.AWS.CloudWatch.CfnAlarm.MetricDataQueryProperty Runs(string id, string metric) =>
            MetricAlarm.Metric(id, "AWS/States", metric, "Sum", ("StateMachineArn", arn));
    }

    /// <summary>What runs the job once, with its time limit and its attempts.</summary>
    public CfnStateMachine StateMachine { get; }

    private CfnRole RunRole(JobServicePlan service) =>
        TaskRoles.Role(this, "RunRole", $"Runs the tasks of {Part}", "states.amazonaws.com",
        [
            new Statement(["ecs:RunTask"], [Names.Arn("ecs", $"task-definition/{TaskDefinitions.Family(this, service)}:*")], Condition: InCluster()),
            // To start a task with the definition's tags is to tag it (ECS developer guide, "tagging authorization").
            new Statement(["ecs:TagResource"], [Names.Arn("ecs", $"task/{Names.Cluster}/*")], Condition: new Dictionary<string, object>
            {
                ["StringEquals"] = new Dictionary<string, object> { ["ecs:CreateAction"] = "RunTask" },
            }),
            new Statement(["ecs:DescribeTasks", "ecs:StopTask"], [Names.Arn("ecs", $"task/{Names.Cluster}/*")]),
            new Statement(["ecs:ListTasks"], ["*"], Condition: InCluster()),
            new Statement(["iam:PassRole"], [ExecutionRole.AttrArn, TaskRole.AttrArn]),
            new Statement(
                ["events:DescribeRule", "events:PutRule", "events:PutTargets"],
                [Names.Arn("events", "rule/StepFunctionsGetEventsForECSTaskRule")]),
            new Statement(
                [
                    "logs:CreateLogDelivery", "logs:DeleteLogDelivery", "logs:DescribeLogGroups",
                    "logs:DescribeResourcePolicies", "logs:GetLogDelivery", "logs:ListLogDeliveries",
                    "logs:PutResourcePolicy", "logs:UpdateLogDelivery", "xray:GetSamplingRules",
                    "xray:GetSamplingTargets", "xray:PutTelemetryRecords", "xray:PutTraceSegments",
                ],
                ["*"]),
        ],
        "Tasks get their ids when they start; log delivery and tracing take no resource.");

    private Dictionary<string, object> InCluster() => new()
    {
        ["ArnEquals"] = new Dictionary<string, object> { ["ecs:cluster"] = Names.ClusterArn },
    };

    private void Schedule(JobServicePlan service, string name, string stateMachine)
    {
        var role = TaskRoles.Role(this, "ScheduleRole", $"Starts {Part}", "scheduler.amazonaws.com",
            [new Statement(["states:StartExecution"], [stateMachine])]);
        new CfnSchedule(this, "Schedule", new CfnScheduleProps
        {
            Name = name,
            Description = $"Runs {service.Name}",
            ScheduleExpression = service.Schedule,
            ScheduleExpressionTimezone = service.TimeZone,
            State = service.Enabled ? "ENABLED" : "DISABLED",
            FlexibleTimeWindow = new CfnSchedule.FlexibleTimeWindowProperty { Mode = "OFF" },
            Target = new CfnSchedule.TargetProperty
            {
                Arn = stateMachine,
                RoleArn = role.AttrArn,
                RetryPolicy = new CfnSchedule.RetryPolicyProperty { MaximumRetryAttempts = 3, MaximumEventAgeInSeconds = 3600 },
            },
        }).AddResourceDependency(StateMachine);
    }
}
