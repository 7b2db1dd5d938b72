namespace Landfall.Operations.LocalRun;

/// <summary>A container that stands on this machine for a service or database of the file.</summary>
/// <param name="Name">What the file calls it.</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="Image">The image; null for one that is built.</param>
/// <param name="Build">The folder that the image is built from, as the file has it; null for one that is not built.</param>
/// <param name="Command">The command in the place of the image's own; empty for that.</param>
/// <param name="Port">The port that it listens on inside; null for none.</param>
/// <param name="Wanted">The port of this machine that it gets where nothing has it yet; null for none.</param>
/// <param name="After">What has to be ready before it is started.</param>
/// <param name="Ready">What tells that it is ready; empty where it is once it runs.</param>
/// <param name="Release">The command that runs before it is started; empty for none.</param>
/// <param name="Sidecars">The file's containers beside it.</param>
/// <param name="Volumes">The volumes of its data, which stay when it is gone.</param>
internal sealed record LocalContainer(
    string Name,
    LocalKind Kind,
    string? Image,
    string? Build,
    IReadOnlyList<string> Command,
    int? Port,
    int? Wanted,
    IReadOnlyList<string> After,
    string Ready,
    IReadOnlyList<string> Release,
    IReadOnlyList<string> Sidecars,
    IReadOnlyList<string> Volumes);
