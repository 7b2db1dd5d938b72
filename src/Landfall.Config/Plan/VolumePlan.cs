namespace Landfall.Config.Plan;

/// <summary>A file system mounted into the main container.</summary>
/// <param name="FileSystem">The file system's name.</param>
/// <param name="MountPath">Where it appears in the container.</param>
/// <param name="ReadOnly">True when it cannot be written.</param>
public sealed record VolumePlan(string FileSystem, string MountPath, bool ReadOnly);
