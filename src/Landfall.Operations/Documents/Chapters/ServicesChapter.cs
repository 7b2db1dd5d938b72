using Landfall.Config.Plan;
using Landfall.Config.Values;
using Landfall.Operations.Documents.Writing;

namespace Landfall.Operations.Documents.Chapters;

/// <summary>Each service: what it is, how large, how it grows, how it is reached and what it uses.</summary>
internal static class ServicesChapter
{
    /// <summary>Writes the chapter.</summary>
    /// <param name="environment">The environment.</param>
    /// <returns>The chapter.</returns>
    public static Chapter Of(DocumentedEnvironment environment) => new("services", "Services", [
        .. environment.Plan.Services.SelectMany(service => new Block[]
        {
            new Subheading(service.Title),
            new Grid(["", "What the file says"], [.. Facts(environment, service).Where(fact => fact.What.Length > 0).Select(fact => (IReadOnlyList<Phrase>)[fact.Name, fact.What])]),
        }),
    ]);

    private static IEnumerable<(string Name, string What)> Facts(DocumentedEnvironment environment, ServicePlan service)
    {
        var plan = environment.Plan;
        yield return ("Kind", Words.Kind(service));
        foreach (var fact in OfKind(plan, service))
            yield return fact;
        if (service is ScaledServicePlan scaled)
        {
            yield return ("Scaling", ScalingWords.Of(scaled.Scale));
            yield return ("A new version", ScalingWords.Deployment(scaled));
            yield return ("Promises", scaled.Alarms.Slo is { } slo ? string.Join(", ", Promises(slo)) : "");
        }

        if (service is ContainerServicePlan container)
        {
            foreach (var fact in Container(plan, container))
                yield return fact;
        }

        yield return ("Uses", string.Join("; ", environment.Topology.Edges.Where(edge => edge.From == service.Title).Select(edge => $"{edge.Label} {edge.To}")));
        yield return ("Its variables", string.Join(", ", service.Uses.SelectMany(InjectedVariables.Of).Concat(service is ContainerServicePlan own ? own.Task.Env.Keys.Order(StringComparer.Ordinal) : [])));
    }

    private static IEnumerable<(string, string)> OfKind(AppPlan plan, ServicePlan service) => service switch
    {
        WebServicePlan web => Web(web),
        InternalServicePlan inner => Inner(inner),
        WorkerServicePlan worker => [("Works on", $"queue {plan.Queues.First(queue => queue.Name == worker.Queue).Title}")],
        JobServicePlan job => Job(job),
        LoadTestServicePlan load => LoadTest(plan, load),
        SiteServicePlan site => Site(site),
        _ => [],
    };

    private static IEnumerable<(string, string)> LoadTest(AppPlan plan, LoadTestServicePlan load)
    {
        var target = plan.Services.First(other => other.Name == load.Target).Title;
        yield return ("Asks", FormattableString.Invariant($"{target}, {load.RequestPath}: {load.Requests} requests, {load.Concurrency} at a time, every {Duration.Format(load.Pause)}"));
        yield return ("Tasks", FormattableString.Invariant($"{load.Tasks}{(load.Tasks == 0 ? " (off)" : "")}"));
    }

    private static IEnumerable<(string, string)> Web(WebServicePlan web)
    {
        yield return ("Address", $"{(web.Hosts.Count == 0 ? "every host" : string.Join(", ", web.Hosts))}, path {web.Path}{(web.RequireSignIn ? ", for people who have signed in" : "")}");
        yield return ("Port", FormattableString.Invariant($"{web.Port} ({Words.Lower(web.Protocol)})"));
        yield return ("Health check", Health(web.Health));
        yield return ("Time for an answer", Time(web.RequestTimeout));
    }

    private static IEnumerable<(string, string)> Inner(InternalServicePlan inner)
    {
        yield return ("Address", $"{inner.Name}, from services of the environment that use it{(inner.LoadBalancer ? ", and through the internal load balancer" : "")}");
        yield return ("Port", FormattableString.Invariant($"{inner.Port} ({Words.Lower(inner.Protocol)})"));
        yield return ("Health check", inner.LoadBalancer ? Health(inner.Health) : "");
        yield return ("Time for an answer", Time(inner.RequestTimeout));
    }

    private static IEnumerable<(string, string)> Job(JobServicePlan job)
    {
        yield return ("Runs", $"{job.Schedule}, {job.TimeZone}{(job.Enabled ? "" : " (off)")}");
        yield return ("A run", FormattableString.Invariant($"may take {Duration.Format(job.Timeout)}, and is tried {job.Retries} more times"));
    }

    private static IEnumerable<(string, string)> Site(SiteServicePlan site)
    {
        yield return ("Address", site.Hosts.Count == 0 ? "the CDN's own name" : string.Join(", ", site.Hosts));
        yield return ("Files", $"{site.Output} of {site.Source}{(site.BuildCommand is { } build ? $", built by '{build}'" : "")}");
        yield return ("Asks the load balancer for", string.Join(", ", site.Routes.Select(route => route.Path)));
        yield return ("Where no file is", site.Routing == SiteRouting.Spa ? $"{site.Index} answers" : $"{site.NotFound}, with status 404");
        yield return ("Browsers keep files", Duration.Format(site.Cache));
    }

    private static IEnumerable<(string, string)> Container(AppPlan plan, ContainerServicePlan service)
    {
        var task = service.Task;
        yield return ("Image", ImageOf(plan, service.Image));
        yield return ("Command", string.Join(' ', task.Command));
        yield return ("Size of a task", FormattableString.Invariant($"{task.Cpu / 1024.0:0.##} vCPU, {task.Memory} MiB, {Words.Lower(task.Architecture)}{(task.SpotPercent > 0 ? FormattableString.Invariant($", {task.SpotPercent} % on Fargate Spot") : "")}"));
        yield return ("Check in the container", task.ContainerHealth is { } check ? FormattableString.Invariant($"'{check.Command}' every {Duration.Format(check.Interval)}") : "");
        yield return ("Beside it", string.Join(", ", task.Sidecars.Select(sidecar => $"{sidecar.Name} ({sidecar.Image})")));
        yield return ("Files", string.Join(", ", task.Volumes.Select(volume => $"{volume.FileSystem} at {volume.MountPath}{(volume.ReadOnly ? ", read only" : "")}")));
        yield return ("Log", FormattableString.Invariant($"{plan.AwsNames.LogGroup(service.Name)}, kept {task.LogDays} days"));
        yield return ("Commands in running tasks", task.Exec ? "allowed (ECS Exec)" : "not allowed");
    }

    private static string ImageOf(AppPlan plan, ImagePlan image) =>
        image.Build is { } build ? $"built from {build.Context} ({build.Dockerfile}{(build.Target is { } stage ? $", stage {stage}" : "")})"
        : image.Released ? $"what was released last, by {plan.AwsNames.ImageParameter(image.Repository ?? "")}"
        : image.Reference ?? "";

    private static string Health(HealthCheckPlan health) => FormattableString.Invariant(
        $"{health.Path} answers {health.Codes}, asked every {Duration.Format(health.Interval)}; well after {health.HealthyThreshold}, not well after {health.UnhealthyThreshold}; {Duration.Format(health.GracePeriod)} of grace");

    private static string Time(RequestTimeoutPlan time) => $"{(time.Request is { } whole ? $"{Duration.Format(whole)} in all, " : "")}{Duration.Format(time.Idle)} without a byte";

    private static IEnumerable<string> Promises(SloPlan slo)
    {
        if (slo.AvailabilityPercent is { } share)
            yield return $"{Words.Number(share)} % of answers without a 5xx status";
        if (slo.Latency is { } latency)
            yield return $"{Words.Number(latency.Percent)} % within {Duration.Format(latency.Within)}";
    }
}
