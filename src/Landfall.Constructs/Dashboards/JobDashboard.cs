using System.Text.Json.Nodes;
using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;

namespace Landfall.Constructs.Dashboards;

/// <summary>The dashboard of a job: its runs, which the state machine counts, and whatever it uses.</summary>
internal static class JobDashboard
{
    public static void AddTo(LandfallStack stack, JobServicePlan job)
    {
        if (stack.Plan.Dashboards != DashboardMode.Services)
        {
            return;
        }

        var body = new DashboardBody(stack);
        body.Graph("Runs", [Line(stack, "started", "ExecutionsStarted", "Sum", job), Line(stack, "succeeded", "ExecutionsSucceeded", "Sum", job)]);
        body.Graph("Failed runs", [Line(stack, "failed", "ExecutionsFailed", "Sum", job), Line(stack, "too long", "ExecutionsTimedOut", "Sum", job)]);
        body.Graph("Duration (ms)", [Line(stack, "average", "ExecutionTime", "Average", job), Line(stack, "longest", "ExecutionTime", "Maximum", job)]);
        foreach (var use in job.Uses)
        {
            DataGraphs.Add(body, stack, use);
        }

        body.Create();
    }

    /// <summary>A metric of a job's runs (AWS Step Functions Developer Guide, "Execution metrics"; times are in milliseconds).</summary>
    private static JsonArray Line(LandfallStack stack, string label, string metric, string statistic, JobServicePlan job) =>
        DashboardLine.Metric(label, "AWS/States", metric, statistic, ("StateMachineArn", stack.Names.Arn("states", $"stateMachine:{stack.Plan.AwsNames.Job(job.Name)}")));
}
