using System.Text.Json.Nodes;

namespace Landfall.Operations.Migration.Ecs;

/// <summary>A task that EventBridge runs at given times, as a job.</summary>
/// <remarks>Source of the keys' meanings: EventBridge API Reference, Rule and EcsParameters; EventBridge Scheduler API Reference, GetSchedule.</remarks>
internal static class JobMapping
{
    /// <summary>Maps it.</summary>
    /// <param name="name">Its name in the new file.</param>
    /// <param name="schedule">The rule or schedule, with its task definition.</param>
    /// <param name="scope">What stands above the services.</param>
    /// <returns>The job; null where nothing runs it at given times, or it has no container.</returns>
    public static JsonObject? Map(string name, ManifestMap schedule, EcsScope scope)
    {
        var at = schedule.Text("ScheduleExpression");
        if (at?.StartsWith("cron(", StringComparison.Ordinal) != true && at?.StartsWith("rate(", StringComparison.Ordinal) != true)
        {
            schedule.Left("ScheduleExpression", "A job runs again and again: what runs once is 'landfall run'.");
            schedule.Left("EventPattern", "A job runs at given times: what an event starts is a worker, with a queue that takes the events.");
            foreach (var key in schedule.Keys.ToList())
                schedule.Left(key, "It is left with its schedule.");
            return null;
        }

        var (task, containers) = (schedule.Map("taskDefinition"), schedule.Map("taskDefinition")?.Map("containers"));
        var main = containers?.Keys.FirstOrDefault(key => containers.Map(key)?.Flag("essential") != false);
        if (main is null || containers!.Map(main) is not { } container)
            return null;
        var job = new JsonObject { ["type"] = "job" };
        ContainerMapping.Map(container, job, port: null, listens: false);
        TaskMapping.Map(name, task!, container, job, scope);
        VariablesMapping.Map(name, container, job, scope);
        SidecarMapping.Map(containers, main, job, scope);
        job["schedule"] = schedule.Text("ScheduleExpressionTimezone") is { } zone and not "UTC" ? new JsonObject { ["at"] = at, ["timezone"] = zone } : at;
        schedule.Exact("ScheduleExpression", "schedule");
        schedule.Exact("ScheduleExpressionTimezone", "schedule.timezone");
        if (schedule.Text("State") == "DISABLED")
            job["enabled"] = false;
        schedule.Exact("State", "enabled");
        Overrides(schedule, main, job);
        Rest(schedule);
        return job;
    }

    private static void Overrides(ManifestMap schedule, string main, JsonObject job)
    {
        if (schedule.Map("overrides") is not { } overrides)
            return;
        if (overrides.Map(main) is { } own)
        {
            if (Unwritten.IsAmong(own.Texts("command")))
                own.Left("command", Unwritten.Command);
            else if (own.Has("command"))
                job["command"] = new JsonArray([.. own.Texts("command").Select(word => (JsonNode)Settings.Escape(word))]);
            own.Exact("command", "command");
            if (own.Map("environment") is { } variables)
            {
                foreach (var key in variables.Keys.ToList())
                {
                    if (Unwritten.Is(variables.Text(key) ?? ""))
                    {
                        variables.Left(key, "By name or value it is nothing to be read in a file: name a secret in 'secrets' and in 'uses'.");
                        continue;
                    }

                    if (job["env"] is not JsonObject env)
                        job["env"] = env = [];
                    env[key] = Settings.Escape(variables.Text(key) ?? "");
                    variables.Exact(key, $"env.{key}");
                }
            }
        }

        foreach (var name in overrides.Keys.ToList())
        {
            foreach (var key in overrides.Map(name)?.Keys.ToList() ?? [])
                overrides.Map(name)!.Left(key, "Of what a run changes, the command and the variables of the job's own container are taken over.");
        }
    }

    private static void Rest(ManifestMap schedule)
    {
        schedule.Left("Description", "Write it as a comment.");
        foreach (var key in new[] { "StartDate", "EndDate", "ActionAfterCompletion" })
            schedule.Left(key, "A job runs from its deployment on until it is taken out.");
        if (schedule.Map("FlexibleTimeWindow")?.Text("Mode") == "OFF")
            schedule.Exact("FlexibleTimeWindow", "schedule");
        schedule.Left("FlexibleTimeWindow", "A job starts at its time.");
        schedule.Left("KmsKeyArn", "A schedule has nothing secret in it here.");
        if (schedule.Map("target") is { } target)
        {
            target.Left("RetryPolicy", "It is about starting a task; how often a run that failed is tried again is 'retries' here.");
            target.Left("DeadLetterConfig", "An alarm tells of runs that fail.");
            foreach (var key in target.Keys.ToList())
                target.Left(key, "A job is always started in the same way: put what differs into its 'command' and 'env'.");
        }

        if (schedule.Map("task") is not { } task)
            return;
        if (task.Whole("TaskCount") is null or 1)
            task.Exact("TaskCount", "–");
        task.Left("TaskCount", "A run of a job is one task.");
        task.Changed("NetworkConfiguration", "network", "Landfall makes a network of its own; a job's group opens what its 'uses' need.");
        if (task.Text("LaunchType") is "FARGATE")
            task.Exact("LaunchType", "–");
        task.Changed("LaunchType", "–", "Tasks run on Fargate: there are no instances to keep.");
        task.Changed("CapacityProviderStrategy", "–", "Jobs run on Fargate.");
        task.Changed("PlatformVersion", "–", "Tasks run on Fargate's latest platform.");
        task.Exact("EnableExecuteCommand", "exec");
        foreach (var key in new[] { "EnableECSManagedTags", "PropagateTags", "Tags" })
            task.Changed(key, "tags", "'tags' are an environment's.");
        foreach (var key in task.Keys.ToList())
            task.Left(key, "Jobs run on Fargate, where Landfall does not set it.");
    }
}
