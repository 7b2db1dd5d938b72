using System.Collections.Concurrent;
using Landfall.Config.Plan;

namespace Landfall.Operations.LocalRun;

/// <summary>What each container is started with: as on Fargate, where that means something on one machine.</summary>
/// <param name="group">The names.</param>
/// <param name="wiring">Where things are.</param>
/// <param name="variables">The variables of each service.</param>
internal sealed class LocalStarts(LocalGroup group, LocalWiring wiring, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> variables)
{
    /// <summary>The image of each service, as it is now.</summary>
    public ConcurrentDictionary<string, string> Images { get; } = new(StringComparer.Ordinal);

    /// <summary>A service.</summary>
    /// <param name="service">The service.</param>
    /// <param name="container">Its container.</param>
    public ContainerStart Of(ContainerServicePlan service, LocalContainer container) => Of(service, container, group.Container(container.Name), container.Command) with
    {
        Ports = container.Port is { } inside ? new Dictionary<int, int> { [wiring.Ports[container.Name]] = inside } : new Dictionary<int, int>(),
    };

    /// <summary>The release command of a service.</summary>
    /// <param name="service">The service.</param>
    /// <param name="container">Its container.</param>
    public ContainerStart OfRelease(ContainerServicePlan service, LocalContainer container) => Of(service, container, group.Container($"{container.Name}-release"), container.Release);

    /// <summary>A container beside a service: it has the same loopback interface, as on Fargate.</summary>
    /// <param name="sidecar">The container.</param>
    /// <param name="container">The service's container.</param>
    public ContainerStart Of(SidecarPlan sidecar, LocalContainer container) =>
        new(group.Container($"{container.Name}-{sidecar.Name}"), sidecar.Image, sidecar.Command, sidecar.Env) { Network = $"container:{group.Container(container.Name)}" };

    /// <summary>A database.</summary>
    /// <param name="database">The database.</param>
    /// <param name="container">Its container.</param>
    public ContainerStart Of(DatabasePlan database, LocalContainer container)
    {
        var local = LocalDatabase.Of(database);
        return new ContainerStart(group.Container(container.Name), local.Image, [], local.Variables)
        {
            Network = group.Network,
            Ports = new Dictionary<int, int> { [wiring.Ports[container.Name]] = local.Port },
            Volumes = new Dictionary<string, string> { [group.Database(database.Name)] = local.Data },
        };
    }

    private ContainerStart Of(ContainerServicePlan service, LocalContainer container, string name, IReadOnlyList<string> command)
    {
        var readOnly = service.Task is { ReadOnlyRoot: true, Exec: false };
        return new ContainerStart(name, Images[container.Name], command, variables[container.Name])
        {
            Network = group.Network,
            ReadOnly = readOnly,
            Memory = readOnly ? ["/tmp", .. service.Task.WritablePaths.Where(path => path != "/tmp")] : [],
            Volumes = service.Task.Volumes.ToDictionary(volume => group.FileSystem(volume.FileSystem), volume => volume.MountPath + (volume.ReadOnly ? ":ro" : ""), StringComparer.Ordinal),
            User = service.Task.User,
        };
    }
}
