using Landfall.Config.Plan;
using Landfall.Config.Telemetry;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Parameters;
using static Amazon.CDK.AWS.ECS.CfnTaskDefinition;

namespace Landfall.Constructs.Tasks;

/// <summary>
/// The containers of a task that telemetry brings: the collector, and the one that copies an agent before the program starts. A
/// task goes on without them, and ECS starts a collector that ends again (Amazon ECS Developer Guide, "container restart
/// policies").
/// </summary>
internal static class TelemetryContainers
{
    public static IEnumerable<object> Of(LandfallStack stack, ContainerServicePlan service)
    {
        if (TelemetrySettings.HasSidecar(stack.Plan, service))
        {
            yield return Collector(stack, service, stack.Plan.Telemetry!);
        }

        if (service.Task.Telemetry?.Instrument is { } instrument)
        {
            yield return Agent(stack, service, instrument);
        }
    }

    /// <summary>What starts before the program: the agent is there, and the collector, which so ends after the program and sends what came last.</summary>
    public static object[]? Before(LandfallStack stack, ContainerServicePlan service)
    {
        List<object> all = [];
        if (TelemetrySettings.HasSidecar(stack.Plan, service))
        {
            all.Add(new ContainerDependencyProperty { ContainerName = TelemetryPlan.Name, Condition = "START" });
        }

        if (service.Task.Telemetry?.Instrument is not null)
        {
            all.Add(new ContainerDependencyProperty { ContainerName = Instrumentation.Name, Condition = "SUCCESS" });
        }

        return all.Count == 0 ? null : [.. all];
    }

    /// <summary>The volume with the agent, where there is one.</summary>
    public static IEnumerable<MountPointProperty> Mount(ContainerServicePlan service, bool readOnly) => service.Task.Telemetry?.Instrument is { } instrument
        ? [new MountPointProperty { SourceVolume = Instrumentation.Name, ContainerPath = Instrumentation.Of(instrument.Language).Folder, ReadOnly = readOnly }]
        : [];

    /// <summary>The secrets of the collector beside the program, by variable.</summary>
    public static IReadOnlyDictionary<string, string> Secrets(LandfallStack stack, ContainerServicePlan service) =>
        TelemetrySettings.HasSidecar(stack.Plan, service) && stack.Plan.Telemetry!.Token is { } token
            ? new Dictionary<string, string> { [Exporters.TokenVariable] = stack.Read(new SecretValues(token).Arn) }
            : new Dictionary<string, string>();

    private static ContainerDefinitionProperty Collector(LandfallStack stack, ContainerServicePlan service, TelemetryPlan telemetry)
    {
        var secrets = Secrets(stack, service);
        return new ContainerDefinitionProperty
        {
            Name = TelemetryPlan.Name,
            Image = telemetry.Image,
            Essential = false,
            RestartPolicy = new RestartPolicyProperty { Enabled = true },
            Cpu = telemetry.Cpu,
            Memory = telemetry.Memory,
            ReadonlyRootFilesystem = true,
            StopTimeout = service.Task.StopTimeout.TotalSeconds,
            Environment = new object[] { new KeyValuePairProperty { Name = CollectorConfiguration.Variable, Value = TelemetrySettings.Configuration(stack, service) } },
            Secrets = secrets.Count == 0 ? null : secrets.Select(object (secret) => new SecretProperty { Name = secret.Key, ValueFrom = secret.Value }).ToArray(),
            HealthCheck = ContainerDefinitions.Health(CollectorHealth.Check),
            LogConfiguration = ContainerDefinitions.Logs(stack, service, TelemetryPlan.Name),
        };
    }

    private static ContainerDefinitionProperty Agent(LandfallStack stack, ContainerServicePlan service, InstrumentPlan instrument) => new()
    {
        Name = Instrumentation.Name,
        Image = instrument.Image,
        Essential = false,
        Command = [.. Instrumentation.Of(instrument.Language).Command],
        MountPoints = Mount(service, readOnly: false).ToArray<object>(),
        LogConfiguration = ContainerDefinitions.Logs(stack, service, Instrumentation.Name),
    };
}
