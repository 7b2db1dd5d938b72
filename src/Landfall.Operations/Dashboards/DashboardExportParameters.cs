using System.ComponentModel;

namespace Landfall.Operations.Dashboards;

/// <summary>Which environment's dashboard.</summary>
/// <param name="Folder">The project's folder.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
internal sealed record DashboardExportParameters(
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description(ParameterText.Environment)] string? Environment)
{
    /// <summary>The service, or null for the whole environment.</summary>
    [Description("The service whose dashboard it is, with the queues and tables that it uses; the whole environment without it.")]
    public string? Service { get; init; }
}
