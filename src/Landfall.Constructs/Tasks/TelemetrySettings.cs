using Landfall.Config.Plan;
using Landfall.Config.Telemetry;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Grants;

namespace Landfall.Constructs.Tasks;

/// <summary>What tasks are given so that their telemetry gets away: variables, and the rights that the collector's exporters need.</summary>
internal static class TelemetrySettings
{
    public static void AddTo(TaskSettings settings, LandfallStack stack, ContainerServicePlan service)
    {
        if (service.Task.Telemetry is not null)
        {
            // A gateway's address is among what the service uses.
            foreach (var (name, value) in TelemetryVariables.Of(stack.Plan, service, $"http://127.0.0.1:{TelemetryPlan.Port}"))
            {
                settings.Environment.TryAdd(name, value);
            }
        }

        if (IsGateway(stack.Plan, service))
        {
            settings.Environment[CollectorConfiguration.Variable] = Configuration(stack, service);
        }

        if (HasCollector(stack.Plan, service))
        {
            settings.Grants.AddRange(Grants(stack, service));
        }
    }

    /// <summary>The variables that load the agent; what the file sets for itself stands, and options of the runtime are joined to it.</summary>
    public static void AddAgentTo(TaskSettings settings, ContainerServicePlan service)
    {
        if (service.Task.Telemetry?.Instrument is not { } instrument)
        {
            return;
        }

        foreach (var (name, value) in Instrumentation.Variables(instrument.Language, service.Task.Architecture, service.Task.Env))
        {
            if (!service.Task.Env.TryGetValue(name, out var own) || value.Contains(own, StringComparison.Ordinal))
            {
                settings.Environment[name] = value;
            }
        }
    }

    /// <summary>The configuration of the collector that runs in a service's tasks.</summary>
    public static string Configuration(LandfallStack stack, ContainerServicePlan service) =>
        CollectorConfiguration.Of(stack.Plan.Telemetry!, new CollectorPlace(stack.Plan.Region, stack.Names.LogGroup(service.Name), RemoteWrite(stack)));

    /// <summary>True where the collector is a container beside the service's own.</summary>
    public static bool HasSidecar(AppPlan plan, ContainerServicePlan service) =>
        plan.Telemetry?.Mode == TelemetryMode.Sidecar && service.Task.Telemetry is not null;

    private static bool IsGateway(AppPlan plan, ContainerServicePlan service) =>
        plan.Telemetry?.Mode == TelemetryMode.Gateway && service.Name == TelemetryPlan.Name;

    private static bool HasCollector(AppPlan plan, ContainerServicePlan service) => HasSidecar(plan, service) || IsGateway(plan, service);

    private static string? RemoteWrite(LandfallStack stack) => stack.Plan.Telemetry is { Backend: TelemetryBackend.Amp, Endpoint: { } workspace }
        ? $"https://aps-workspaces.{stack.Plan.Region}.{stack.Names.Region.DnsSuffix}/workspaces/{workspace}/api/v1/remote_write"
        : null;

    private static IEnumerable<Statement> Grants(LandfallStack stack, ContainerServicePlan service)
    {
        var telemetry = stack.Plan.Telemetry!;
        if (telemetry.Backend == TelemetryBackend.Amp)
        {
            yield return new Statement(["aps:RemoteWrite"], [stack.Names.Arn("aps", $"workspace/{telemetry.Endpoint}")]);
        }

        if (telemetry.Backend == TelemetryBackend.Cloudwatch)
        {
            if (telemetry.Signals.Contains(TelemetrySignal.Traces))
            {
                yield return new Statement(["xray:PutTelemetryRecords", "xray:PutTraceSegments"], ["*"]);
            }

            // Metrics too are written as log records, in CloudWatch's embedded metric format.
            if (telemetry.Signals.Any(signal => signal != TelemetrySignal.Traces))
            {
                yield return new Statement(["logs:CreateLogStream", "logs:PutLogEvents"], [stack.Names.Arn("logs", $"log-group:{stack.Names.LogGroup(service.Name)}:*")]);
            }
        }
    }
}
