using System.ComponentModel;

namespace Landfall.Operations.Connecting;

/// <summary>Which service reaches which EMR cluster.</summary>
/// <param name="Service">The service or job.</param>
/// <param name="Folder">The project's folder.</param>
/// <param name="Cluster">The cluster's id.</param>
/// <param name="Revoke">True to close it again.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Local">True for the local AWS.</param>
/// <param name="DryRun">True to show what would be done, and do nothing.</param>
internal sealed record ConnectEmrParameters(
    [property: Description("The service's or job's name in the file.")] string Service,
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description("The EMR cluster's id, such as j-2AXXXXXXGAPLF.")] string Cluster,
    [property: Description("Close to the service what an earlier run has opened.")] bool Revoke,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description(ParameterText.Local)] bool Local,
    [property: Description("Show what would be done, and do nothing.")] bool DryRun);
