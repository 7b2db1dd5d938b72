using Landfall.Config.Loading;
using Landfall.Config.Model;
using Landfall.Config.Plan;
using Landfall.Config.Resolution;
using Landfall.Config.Telemetry;
using Landfall.Config.Tree;
using Landfall.Config.Values;

namespace Landfall.Config.Validation;

/// <summary>Checks that the collector has its name, its port and its room, in each task or as a service.</summary>
internal sealed class TelemetryTaskValidator : IEnvironmentValidator
{
    /// <inheritdoc/>
    public void Validate(EnvironmentSettings environment, ProblemList problems)
    {
        var settings = environment.Settings;
        foreach (var (name, service) in settings.Services)
        {
            if (service.Telemetry is { } own && settings.Telemetry is null && settings.Knows("telemetry"))
            {
                problems.Warn(service.MarkOf("telemetry"), ErrorCodes.NoEffect, $"'telemetry' of '{name}' has no effect: the environment has none. Say where it goes, for example 'telemetry: cloudwatch' at the top, or remove it.");
            }
            else if (service.Telemetry is { Instrument: null } plain && plain.Has("image") && plain.Knows("instrument"))
            {
                problems.Warn(plain.MarkOf("image"), ErrorCodes.NoEffect, "'image' has no effect without 'instrument': it is what an agent is copied from. Add 'instrument', or remove it.");
            }
        }

        if (settings.Telemetry is not { Backend: not null } telemetry || !telemetry.Knows("mode") || TelemetryResolver.Resolve(settings) is not { } plan)
        {
            return;
        }

        CheckNames(settings, problems);
        if (plan.Mode == TelemetryMode.Gateway)
        {
            if (telemetry.Knows("cpu", "memory") && !FargateSizes.Memory(plan.Cpu).Contains(plan.Memory))
            {
                problems.Add(
                    telemetry.MarkOfLatest("memory", "cpu"), ErrorCodes.FargateSize,
                    $"The gateway has {plan.Cpu} CPU units with {plan.Memory} MiB of memory, which Fargate does not have. Take 256 with 512MiB, 1GB or 2GB, or another pair of docs/file-reference.md's 'cpu'.");
            }

            return;
        }

        foreach (var (name, service) in settings.Services.Where(pair => pair.Value.Image is not null && TelemetryResolver.Resolve(settings, pair.Value) is not null))
        {
            CheckRoom(name, service, telemetry, plan, problems);
            CheckPorts(name, service, problems);
        }
    }

    private static void CheckNames(SettingsModel settings, ProblemList problems)
    {
        foreach (var (kind, names) in new (string, IEnumerable<string>)[]
        {
            ("databases", settings.Databases.Keys), ("tables", settings.Tables.Keys), ("buckets", settings.Buckets.Keys), ("queues", settings.Queues.Keys),
            ("secrets", settings.Secrets.Keys), ("files", settings.Files.Keys), ("services", settings.Services.Keys),
        })
        {
            foreach (var name in names.Where(IsTaken))
            {
                Report(name, settings.MarkOf(kind, name));
            }
        }

        foreach (var service in settings.Services.Values)
        {
            foreach (var sidecar in service.Sidecars.Keys.Where(IsTaken))
            {
                Report(sidecar, service.MarkOf("sidecars", sidecar));
            }

            if (service.Was is { } was && IsTaken(was))
            {
                Report(was, service.MarkOf("was"));
            }
        }

        static bool IsTaken(string name) => name is TelemetryPlan.Name or Instrumentation.Name;

        void Report(string name, Mark mark) =>
            problems.Add(mark, ErrorCodes.NameReserved, $"With 'telemetry', '{name}' is the name of the {(name == TelemetryPlan.Name ? "collector" : "container that brings the agent")}. Choose another name.");
    }

    private static void CheckRoom(string name, ServiceModel service, TelemetryModel telemetry, TelemetryPlan plan, ProblemList problems)
    {
        if (!service.Knows("cpu", "memory") || !telemetry.Knows("cpu", "memory"))
        {
            return;
        }

        var memory = service.Memory?.MiB ?? (FargateSizes.Memory(service.Cpu) is [var least, ..] ? least : 0);
        if (plan.Memory * 2 > memory || plan.Cpu * 2 > service.Cpu)
        {
            problems.Add(
                telemetry.MarkOfLatest("memory", "cpu"), ErrorCodes.FargateSize,
                $"The collector would have {plan.Cpu} CPU units and {plan.Memory} MiB, more than half of a task of '{name}' ({service.Cpu}, {memory} MiB). Give 'telemetry' a smaller 'cpu' and 'memory', or make it a gateway.");
        }
    }

    private static void CheckPorts(string name, ServiceModel service, ProblemList problems)
    {
        if (service.Type is ServiceType.Web or ServiceType.Internal && service.Knows("port") && IsTaken(service.Port))
        {
            Report(name, service.Port, service.MarkOf("port"));
        }

        foreach (var (sidecar, container) in service.Sidecars)
        {
            if (container.Port is { } port && IsTaken(port))
            {
                Report(sidecar, port, container.MarkOf("port"));
            }
        }

        static bool IsTaken(int port) => port is TelemetryPlan.Port or CollectorHealth.Port;

        void Report(string container, int port, Mark mark) =>
            problems.Add(mark, ErrorCodes.PortCollision, $"'{container}' listens on port {port}, as the collector of 'telemetry' does, and containers of a task share their ports. Give it another one.");
    }
}
