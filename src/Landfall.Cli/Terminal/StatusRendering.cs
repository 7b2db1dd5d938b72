using System.Globalization;
using Landfall.Operations.Status;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Landfall.Cli.Terminal;

/// <summary>How the state of an environment looks. What is well takes a line; what is not says why.</summary>
internal static class StatusRendering
{
    private static readonly Style Good = new(Color.Green);
    private static readonly Style Look = new(Color.Yellow);

    /// <summary>Draws it.</summary>
    /// <param name="status">The state.</param>
    /// <returns>Tables, one below the other.</returns>
    public static IRenderable Of(EnvironmentStatus status)
    {
        var parts = new List<IRenderable>
        {
            new Text(string.Create(CultureInfo.InvariantCulture, $"{status.App} {status.Environment} · {status.Region} · account {status.Account} · {status.At.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC")),
        };
        if (!status.Deployed && status.Unread.Count == 0)
            parts.Add(new Text($"{status.App} {status.Environment} is not deployed."));
        else
            parts.AddRange(Parts(status));
        return new Rows(parts);
    }

    private static IEnumerable<IRenderable> Parts(EnvironmentStatus status)
    {
        if (status.Services.Count > 0)
            yield return Services(status);
        foreach (var (service, group) in status.Services.SelectMany(s => s.Stopped.Where(g => g.Failed).Select(g => (s.Service, g))))
        {
            yield return new Text(
                $"{service}: {Counted(group.Count, "task")} failed, the last {Ago.Of(group.Last, status.At)} ago: {group.Reason} ({string.Join(", ", group.Samples)})", StatusStyle.Failed);
        }

        foreach (var (service, reason) in status.Services.SelectMany(s => (s.Targets?.Reasons ?? []).Select(r => (s.Service, r))))
            yield return new Text($"{service}: the load balancer: {reason}", StatusStyle.Failed);
        foreach (var shift in status.Shifts)
            yield return new Text($"Traffic of {shift.Balancer} is kept away from {shift.Zone}, {Ago.Of(status.At, shift.Until)} more; back with 'landfall shift-away {shift.Zone} --end'.", Look);
        if (status.Jobs.Count > 0)
            yield return Table(["JOB", "SCHEDULE", "LAST RUN"], status.Jobs.Select(j => new IRenderable[] { new Text(j.Job), new Text(j.Schedule), Run(j, status.At) }));
        if (status.Sites.Count > 0)
            yield return Table(["SITE", "STATE", "ADDRESS"], status.Sites.Select(s => new IRenderable[] { new Text(s.Site), State(s.State, "Deployed"), new Text(s.Address ?? "") }));
        if (status.Databases.Count > 0)
            yield return Table(["DATABASE", "ENGINE", "STATE"], status.Databases.Select(d => new IRenderable[] { new Text(d.Database), new Text(d.Engine), State(d.State, "available") }));
        if (status.Queues.Count > 0)
            yield return Table(["QUEUE", "WAITING", "IN FLIGHT", "DEAD"], status.Queues.Select(q => new IRenderable[] { new Text(q.Queue), Number(q.Waiting), Number(q.InFlight), q.Dead > 0 ? new Text(Word(q.Dead), StatusStyle.Failed) : Number(q.Dead) }));
        foreach (var alarm in status.Alarms.Active)
            yield return new Text($"ALARM {alarm.Name}{(alarm.Since is { } since ? $", for {Ago.Of(since, status.At)}" : "")}: {alarm.Reason}", StatusStyle.Failed);
        if (status.Alarms is { Count: > 0, Active.Count: 0 })
            yield return new Text(status.Alarms.Count == 1 ? "The one alarm has not gone off." : $"None of {Counted(status.Alarms.Count, "alarm")} has gone off.");
        foreach (var part in status.Unread)
            yield return new Text($"Not read: {part.What}: {part.Reason}", Look);
    }

    private static Table Services(EnvironmentStatus status) => Table(
        ["SERVICE", "HEALTH", "TASKS", "CONTAINERS", "HTTP", "CHANGED", "ROLLOUT"],
        status.Services.Select(service => new IRenderable[]
        {
            new Text(service.Service),
            new Text(Word(service.Health), StyleOf(service.Health)),
            new Text(service.Health is ServiceHealth.Absent or ServiceHealth.Unknown ? "" : string.Create(CultureInfo.InvariantCulture, $"{service.Running}/{service.Desired}{(service.Pending > 0 ? $" +{service.Pending}" : "")}")),
            new Text(string.Join(", ", service.Containers.Where(c => c.Healthy + c.Unhealthy > 0).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Name} {c.Healthy}/{c.Running}")))),
            new Text(service.Targets is { } targets ? string.Create(CultureInfo.InvariantCulture, $"{targets.Healthy}/{targets.Healthy + targets.Unhealthy + targets.Other}") : ""),
            new Text(service.Changed is { } changed ? $"{Ago.Of(changed, status.At)} ago{(service.Released is { } released ? $", {released.Operation} by {released.By}" : "")}" : ""),
            new Text(string.Join("; ", new[] { Stack(service.Stack), Rollout(service.Rollout, status.At) }.OfType<string>())),
        }));

    /// <summary>The stack's status, where it is not what it should be.</summary>
    private static string? Stack(string? stack) => stack switch
    {
        null or "CREATE_COMPLETE" or "UPDATE_COMPLETE" or "IMPORT_COMPLETE" or "UPDATE_ROLLBACK_COMPLETE" => null,
        _ => stack,
    };

    private static string? Rollout(RolloutState? rollout, DateTimeOffset at)
    {
        if (rollout is null)
            return null;
        var words = new List<string> { $"{rollout.State} {Ago.Of(rollout.Started, at)}" };
        if (rollout.Stage is { } stage)
            words.Add(stage);
        if (rollout.Traffic is { } traffic)
            words.Add(string.Create(CultureInfo.InvariantCulture, $"{traffic:0.#} % of traffic"));
        if (rollout.BakedAt is { } baked)
            words.Add(baked > at ? $"bakes {Ago.Of(at, baked)} more" : "baked");
        if (rollout.Waits)
            words.Add($"waits for somebody{(rollout.WaitsUntil is { } until ? $", {Ago.Of(at, until)} more" : "")}: 'landfall rollout'");
        if (rollout.Failed > 0)
            words.Add($"{Counted(rollout.Failed, "task")} failed");
        words.AddRange(rollout.Alarms.Select(alarm => $"alarm {alarm}"));
        return string.Join(", ", words);
    }

    private static Text Run(JobStatus job, DateTimeOffset at) => job switch
    {
        { State: null } => new Text("none"),
        { Ended: { } ended } => new Text($"{job.State}, {Ago.Of(ended, at)} ago, took {Duration.Of(ended - (job.Started ?? ended))}", job.State == "SUCCEEDED" ? Good : StatusStyle.Failed),
        _ => new Text($"{job.State}{(job.Started is { } started ? $" for {Ago.Of(started, at)}" : "")}"),
    };

    private static Text State(string? state, string good) => new(state ?? "absent", state is null ? StatusStyle.Failed : state == good ? Good : Look);

    private static Text Number(int? number) => new(Word(number));

    private static string Word(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "?";

    private static string Word(ServiceHealth health) => health switch
    {
        ServiceHealth.NoImage => "no image",
        _ => health.ToString().ToLowerInvariant(),
    };

    private static Style StyleOf(ServiceHealth health) => health switch
    {
        ServiceHealth.Healthy => Good,
        ServiceHealth.Down => StatusStyle.Failed,
        ServiceHealth.Idle => Style.Plain,
        _ => Look,
    };

    private static Table Table(string[] headings, IEnumerable<IRenderable[]> rows)
    {
        var table = new Table().Border(TableBorder.None);
        foreach (var heading in headings)
            table.AddColumn(new TableColumn(heading));
        foreach (var row in rows)
            table.AddRow(row);
        return table;
    }

    private static string Counted(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
