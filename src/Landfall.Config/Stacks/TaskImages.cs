using Landfall.Config.Plan;

namespace Landfall.Config.Stacks;

/// <summary>The images that a service's tasks pull by reference, besides those that Landfall builds.</summary>
internal static class TaskImages
{
    /// <summary>Names them.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="service">The service.</param>
    /// <returns>Registry references.</returns>
    public static IEnumerable<string> Of(AppPlan plan, ContainerServicePlan service)
    {
        IEnumerable<string?> beside = service.Task.Telemetry is { } telemetry
            ? [plan.Telemetry!.Mode == TelemetryMode.Sidecar ? plan.Telemetry.Image : null, telemetry.Instrument?.Image]
            : [];
        var checks = service is ScaledServicePlan scaled ? scaled.Deploy.Checks.Select(check => check.Task?.Image ?? check.Browser?.Image) : [];
        return service.Task.Sidecars.Select(sidecar => sidecar.Image).Append(service.Image.Reference).Concat(beside).Concat(checks).OfType<string>();
    }
}
