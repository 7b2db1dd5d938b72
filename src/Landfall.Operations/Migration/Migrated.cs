using Landfall.Config;

namespace Landfall.Operations.Migration;

/// <summary>What a migration has written.</summary>
/// <param name="Folder">The folder that it is in.</param>
/// <param name="Files">The files, relative to it; none in a dry run.</param>
/// <param name="Services">The number of services and jobs.</param>
/// <param name="Environments">The environments.</param>
/// <param name="Keys">What became of every key.</param>
/// <param name="Problems">What <c>landfall validate</c> says of the new file.</param>
/// <param name="File">The new file's text.</param>
internal sealed record Migrated(
    string Folder, IReadOnlyList<string> Files, int Services, IReadOnlyList<string> Environments, IReadOnlyList<MappedKey> Keys, IReadOnlyList<Problem> Problems, string File);
