using System.Text.Json;
using System.Text.Json.Nodes;
using Landfall.Config.Plan;

namespace Landfall.Constructs.Jobs;

/// <summary>
/// The state machine of a job in the Amazon States Language: run the task and wait for it; when the time is up, find
/// that very run by the mark it was started with and stop it; then try again or fail.
/// </summary>
/// <remarks>ECS has no time limit for tasks. See docs/adr on jobs.</remarks>
internal static class JobDefinition
{
    // The mark: the run's own id and the attempt's number. ECS allows 128 characters in startedBy.
    private const string Mark = "States.Format('{}-{}', $$.Execution.Name, $.attempt)";

    public static string Of(JobServicePlan job, string partition, string cluster, string taskDefinition, string[] subnets, string[] groups)
    {
        var run = new JsonObject
        {
            ["Type"] = "Task",
            ["Resource"] = $"arn:{partition}:states:::ecs:runTask.sync",
            ["TimeoutSeconds"] = (int)job.Timeout.TotalSeconds,
            ["Parameters"] = new JsonObject
            {
                ["Cluster"] = cluster,
                ["TaskDefinition"] = taskDefinition,
                ["CapacityProviderStrategy"] = Providers(job.Task.SpotPercent),
                ["EnableExecuteCommand"] = job.Task.Exec,
                ["PropagateTags"] = "TASK_DEFINITION",
                ["StartedBy.$"] = Mark,
                ["NetworkConfiguration"] = new JsonObject
                {
                    ["AwsvpcConfiguration"] = new JsonObject
                    {
                        ["AssignPublicIp"] = "DISABLED",
                        ["Subnets"] = Array(subnets),
                        ["SecurityGroups"] = Array(groups),
                    },
                },
            },
            ["Catch"] = new JsonArray(Catch("States.Timeout", "Find"), Catch("States.ALL", "Count")),
            ["End"] = true,
        };
        var find = Sdk(partition, "ecs:listTasks", "Stop", new JsonObject { ["Cluster"] = cluster, ["StartedBy.$"] = Mark });
        find["ResultPath"] = "$.found";
        var stop = new JsonObject
        {
            ["Type"] = "Map",
            ["ItemsPath"] = "$.found.TaskArns",
            ["ItemProcessor"] = new JsonObject
            {
                ["StartAt"] = "StopTask",
                ["States"] = new JsonObject
                {
                    ["StopTask"] = Sdk(partition, "ecs:stopTask", null, new JsonObject
                    {
                        ["Cluster"] = cluster,
                        ["Task.$"] = "$",
                        ["Reason"] = "The job's time is up.",
                    }),
                },
            },
            ["ResultPath"] = null,
            ["Next"] = "Count",
        };
        return new JsonObject
        {
            ["Comment"] = $"Runs {job.Name}",
            ["StartAt"] = "Begin",
            ["States"] = new JsonObject
            {
                ["Begin"] = new JsonObject { ["Type"] = "Pass", ["Result"] = new JsonObject { ["attempt"] = 0 }, ["Next"] = "Run" },
                ["Run"] = run,
                ["Find"] = find,
                ["Stop"] = stop,
                ["Count"] = new JsonObject
                {
                    ["Type"] = "Pass",
                    ["Parameters"] = new JsonObject { ["attempt.$"] = "States.MathAdd($.attempt, 1)", ["error.$"] = "$.error" },
                    ["Next"] = "Again",
                },
                ["Again"] = new JsonObject
                {
                    ["Type"] = "Choice",
                    ["Choices"] = new JsonArray(new JsonObject
                    {
                        ["Variable"] = "$.attempt",
                        ["NumericLessThanEquals"] = job.Retries,
                        ["Next"] = "Pause",
                    }),
                    ["Default"] = "Failed",
                },
                ["Pause"] = new JsonObject { ["Type"] = "Wait", ["Seconds"] = 30, ["Next"] = "Run" },
                ["Failed"] = new JsonObject { ["Type"] = "Fail", ["ErrorPath"] = "$.error.Error", ["CausePath"] = "$.error.Cause" },
            },
        }.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    private static JsonObject Sdk(string partition, string action, string? next, JsonObject parameters)
    {
        var state = new JsonObject
        {
            ["Type"] = "Task",
            ["Resource"] = $"arn:{partition}:states:::aws-sdk:{action}",
            ["Parameters"] = parameters,
        };
        if (next is null)
        {
            state["End"] = true;
        }
        else
        {
            state["Next"] = next;
        }

        return state;
    }

    private static JsonObject Catch(string error, string next) =>
        new() { ["ErrorEquals"] = new JsonArray(error), ["ResultPath"] = "$.error", ["Next"] = next };

    private static JsonArray Providers(int spot) => spot switch
    {
        <= 0 => new JsonArray(Provider("FARGATE", 1)),
        >= 100 => new JsonArray(Provider("FARGATE_SPOT", 1)),
        _ => new JsonArray(Provider("FARGATE", 100 - spot), Provider("FARGATE_SPOT", spot)),
    };

    private static JsonObject Provider(string name, int weight) => new() { ["CapacityProvider"] = name, ["Weight"] = weight };

    private static JsonArray Array(string[] values) => new([.. values.Select(value => JsonValue.Create(value))]);
}
