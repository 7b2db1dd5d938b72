using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Projects;
using Landfall.Operations.Status;

namespace Landfall.Operations.LocalRun;

/// <summary>The containers that stand for an environment on this machine.</summary>
/// <param name="project">The project and environment.</param>
internal sealed class LocalContainers(Project project)
{
    // A port below this one is for the system's own: it takes rights to open it, and 8080 stands for 80.
    private const int FirstFree = 1024;

    private readonly AppPlan _plan = project.Plan;
    private readonly LocalGroup _group = LocalGroup.Of(project);
    private readonly List<LocalContainer> _ordered = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>Finds what runs.</summary>
    /// <param name="project">The project and environment.</param>
    /// <param name="names">The services that were named; none for all that go on.</param>
    /// <returns>The containers, each after those that it needs, and what does not run, with the reason.</returns>
    /// <exception cref="LandfallException">There is no such service, or it is none that runs here.</exception>
    public static (IReadOnlyList<LocalContainer> Containers, IReadOnlyDictionary<string, string> Left) Of(Project project, IReadOnlyList<string> names)
    {
        var chosen = ServiceChoice.Of(project.Plan, names);
        if (names.Count > 0 && chosen.FirstOrDefault(service => WhyNot(service, named: true) is not null) is { } wrong)
            throw new LandfallException(ErrorCodes.LocalRunChoice, $"'{wrong.Title}' does not run here: {WhyNot(wrong, named: true)}.");
        var running = chosen.Where(service => WhyNot(service, names.Count > 0) is null).Cast<ContainerServicePlan>().ToList();
        if (running.Count == 0)
            throw new LandfallException(ErrorCodes.LocalRunChoice, $"'{project.Plan.Environment}' has no service that goes on. Name a job to run it once: landfall local run <job>.");
        var containers = new LocalContainers(project);
        foreach (var service in running)
            containers.Add(service);
        var left = project.Plan.Services
            .Where(service => containers._ordered.All(one => one.Kind == LocalKind.Database || one.Name != service.Title))
            .ToDictionary(service => service.Title, service => WhyNot(service, named: false) ?? "it was not named, and nothing that runs uses it", StringComparer.Ordinal);
        return (containers._ordered, new SortedDictionary<string, string>(left, StringComparer.Ordinal));
    }

    private static string? WhyNot(ServicePlan service, bool named) => service switch
    {
        SiteServicePlan => $"it is a site, and its framework's own server shows it best; 'landfall env {service.Title} --local' writes the variables for that",
        LoadTestServicePlan => "it is a load test",
        JobServicePlan when !named => $"it is a job, which runs once when it is named: landfall local run {service.Title}",
        ContainerServicePlan { Image.Released: true } => "its image is the one that was released last, which is in AWS alone: give it a 'build' or a reference",
        _ => null,
    };

    /// <summary>What is used comes first; a file in which services use each other in a circle is refused (LF1203).</summary>
    private void Add(ContainerServicePlan service)
    {
        if (!_seen.Add($"service {service.Name}"))
            return;
        var after = new List<string>();
        foreach (var use in service.Uses)
        {
            if (use.Kind == UseKind.Database)
                Add(_plan.Databases.First(database => database.Name == use.Target), after);
            else if (use.Kind == UseKind.Service && _plan.Services.First(one => one.Name == use.Target) is ContainerServicePlan used && WhyNot(used, named: false) is null)
                Add(used, after);
        }

        var port = PortOf(service);
        _ordered.Add(new LocalContainer(
            service.Title,
            service is JobServicePlan ? LocalKind.Job : LocalKind.Service,
            service.Image.Reference,
            service.Image.Build?.Context,
            service.Task.Command,
            port,
            port < FirstFree ? 8000 + port : port,
            after,
            LocalHealth.Of(service)?.Text ?? "",
            (service as ScaledServicePlan)?.Release?.Command ?? [],
            [.. service.Task.Sidecars.Select(sidecar => sidecar.Name)],
            [.. service.Task.Volumes.Select(volume => _group.FileSystem(volume.FileSystem)).Distinct(StringComparer.Ordinal)]));
    }

    private void Add(ContainerServicePlan used, List<string> after)
    {
        Add(used);
        if (_ordered.Exists(one => one.Kind != LocalKind.Database && one.Name == used.Title))
            after.Add(used.Title);
    }

    private void Add(DatabasePlan database, List<string> after)
    {
        after.Add(database.Title);
        if (!_seen.Add($"database {database.Name}"))
            return;
        var local = LocalDatabase.Of(database);
        _ordered.Add(new LocalContainer(
            database.Title, LocalKind.Database, local.Image, Build: null, [], local.Port, local.Port, [], $"{local.Prober} ends well", [], [], [_group.Database(database.Name)]));
    }

    /// <summary>The port that a service listens on.</summary>
    /// <param name="service">The service.</param>
    /// <returns>The port; null where it does not listen.</returns>
    internal static int? PortOf(ServicePlan service) => service switch
    {
        WebServicePlan web => web.Port,
        InternalServicePlan inner => inner.Port,
        _ => null,
    };
}
