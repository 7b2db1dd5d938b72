namespace Landfall.Config.Plan;

/// <summary>A container beside the main one.</summary>
/// <param name="Name">The container's name.</param>
/// <param name="Image">A registry reference.</param>
/// <param name="Port">The port it listens on, or null.</param>
/// <param name="Command">The command in place of the image's own, or empty.</param>
/// <param name="Env">Plain environment variables.</param>
/// <param name="Essential">True when the task stops with it.</param>
public sealed record SidecarPlan(
    string Name,
    string Image,
    int? Port,
    IReadOnlyList<string> Command,
    IReadOnlyDictionary<string, string> Env,
    bool Essential);
