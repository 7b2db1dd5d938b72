using Landfall.Config.Plan;
using Landfall.Constructs.Connections;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Parameters;
using static Amazon.CDK.AWS.ECS.CfnTaskDefinition;

namespace Landfall.Constructs.Tasks;

/// <summary>The containers of a task: the service's own first, then its sidecars.</summary>
internal static class ContainerDefinitions
{
    /// <summary>The port mapping's name, by which Service Connect refers to it.</summary>
    public const string PortName = "main";

    public static object[] Of(LandfallStack stack, ContainerServicePlan service, TaskSettings settings) => [Main(stack, service, settings), .. Sidecars(stack, service)];

    /// <summary>The same containers, of which the first one runs a command once, listens on no port and is not checked.</summary>
    public static object[] OfRelease(LandfallStack stack, ContainerServicePlan service, TaskSettings settings, ReleasePlan release)
    {
        var main = Main(stack, service, settings);
        main.Command = [.. release.Command];
        main.PortMappings = null;
        main.HealthCheck = null;
        main.LogConfiguration = Logs(stack, service, "release");
        return [main, .. Sidecars(stack, service)];
    }

    private static IEnumerable<object> Sidecars(LandfallStack stack, ContainerServicePlan service) =>
        [.. service.Task.Sidecars.Select(sidecar => Sidecar(stack, service, sidecar)), .. TelemetryContainers.Of(stack, service)];

    private static ContainerDefinitionProperty Main(LandfallStack stack, ContainerServicePlan service, TaskSettings settings)
    {
        // The agent of ECS Exec writes to the root file system, so it cannot be read-only then.
        var readOnly = service.Task.ReadOnlyRoot && !service.Task.Exec;
        return new ContainerDefinitionProperty
        {
            Name = service.Name,
            Image = service.Image.Released ? stack.Read(new ServiceValues(service.Name).Image) : ContainerImageName.Of(stack.Names, service),
            Essential = true,
            Command = settings.Command.Count == 0 ? null : [.. settings.Command],
            User = service.Task.User,
            StopTimeout = service.Task.StopTimeout.TotalSeconds,
            ReadonlyRootFilesystem = readOnly,
            LinuxParameters = new LinuxParametersProperty
            {
                InitProcessEnabled = true,
                Tmpfs = readOnly ? Scratch(service) : null,
            },
            Environment = Pairs(settings.Environment),
            Secrets = settings.Secrets.Count == 0
                ? null
                : settings.Secrets.Select(object (secret) => new SecretProperty { Name = secret.Key, ValueFrom = secret.Value }).ToArray(),
            PortMappings = settings.Port is { } port
                ? new object[] { new PortMappingProperty { Name = PortName, ContainerPort = port, Protocol = "tcp", AppProtocol = AppProtocol(service) } }
                : null,
            HealthCheck = service.Task.ContainerHealth is { } health ? Health(health) : null,
            DependsOn = TelemetryContainers.Before(stack, service),
            MountPoints = MountPoints(service),
            LogConfiguration = Logs(stack, service, service.Name),
        };
    }

    private static object[]? MountPoints(ContainerServicePlan service)
    {
        object[] points =
        [
            .. service.Task.Volumes.Select(volume => new MountPointProperty { SourceVolume = volume.FileSystem, ContainerPath = volume.MountPath, ReadOnly = volume.ReadOnly }),
            .. TelemetryContainers.Mount(service, readOnly: true),
        ];
        return points.Length == 0 ? null : points;
    }

    private static ContainerDefinitionProperty Sidecar(LandfallStack stack, ContainerServicePlan service, SidecarPlan sidecar) => new()
    {
        Name = sidecar.Name,
        Image = sidecar.Image,
        Essential = sidecar.Essential,
        StopTimeout = service.Task.StopTimeout.TotalSeconds,
        Command = sidecar.Command.Count == 0 ? null : [.. sidecar.Command],
        Environment = Pairs(sidecar.Env),
        PortMappings = sidecar.Port is { } port
            ? new object[] { new PortMappingProperty { ContainerPort = port, Protocol = "tcp" } }
            : null,
        LogConfiguration = Logs(stack, service, sidecar.Name),
    };

    /// <summary>How a container's output reaches the service's log group.</summary>
    /// <remarks>Non-blocking: a container goes on, and loses lines, when CloudWatch Logs does not take them.</remarks>
    public static LogConfigurationProperty Logs(LandfallStack stack, ContainerServicePlan service, string prefix) => new()
    {
        LogDriver = "awslogs",
        Options = new Dictionary<string, string>
        {
            ["awslogs-group"] = stack.Names.LogGroup(service.Name),
            ["awslogs-region"] = stack.Plan.Region,
            ["awslogs-stream-prefix"] = prefix,
            ["mode"] = "non-blocking",
            ["max-buffer-size"] = "25m",
        },
    };

    // Memory, not disk: a bind mount on Fargate belongs to root, and containers here do not run as root.
    private static object[] Scratch(ContainerServicePlan service) =>
    [
        .. service.Task.WritablePaths.Prepend("/tmp").Distinct().Select(path => new TmpfsProperty
        {
            ContainerPath = path,
            Size = Math.Clamp(service.Task.Memory / 8, 32, 512),
        }),
    ];

    // Without one ECS takes the port for plain TCP (ECS API Reference, PortMapping, appProtocol).
    private static string? AppProtocol(ContainerServicePlan service) => ServicePorts.ProtocolOf(service) switch
    {
        PortProtocol.Http => "http",
        PortProtocol.Http2 => "http2",
        PortProtocol.Grpc => "grpc",
        _ => null,
    };

    /// <summary>ECS's own check inside a container.</summary>
    public static HealthCheckProperty Health(ContainerHealthPlan health) => new()
    {
        Command = [health.Shell ? "CMD-SHELL" : "CMD", health.Command],
        Interval = health.Interval.TotalSeconds,
        Timeout = health.Timeout.TotalSeconds,
        Retries = health.Retries,
        StartPeriod = health.StartPeriod.TotalSeconds,
    };

    private static object[]? Pairs(IReadOnlyDictionary<string, string> variables) => variables.Count == 0
        ? null
        : [.. variables.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => new KeyValuePairProperty { Name = pair.Key, Value = pair.Value })];
}
