using Landfall.Operations.Projects;

namespace Landfall.Operations.Dashboards;

/// <summary>An environment's dashboard for Grafana.</summary>
internal sealed class DashboardExportGrafanaOperation : Operation<DashboardExportParameters, ExportedDashboard>
{
    /// <inheritdoc />
    public override string Name => "dashboard export grafana";

    /// <inheritdoc />
    public override string Summary => "Print an environment's dashboard for Grafana, over CloudWatch and, where telemetry goes there, Prometheus.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Reads;

    /// <inheritdoc />
    public override Task<ExportedDashboard> RunAsync(DashboardExportParameters parameters, Agreed agreed, OperationContext context) =>
        Task.FromResult(new ExportedDashboard(GrafanaDashboard.Write(ProjectLoader.Load(parameters.Folder, parameters.Environment).Plan, parameters.Service)));
}
