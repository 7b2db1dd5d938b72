using DiffPlex.Renderer;

namespace Landfall.Operations.Editing;

/// <summary>What differs between two texts, as 'diff -u' writes it.</summary>
internal static class UnifiedDifference
{
    /// <summary>Writes it.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="before">The text that it has.</param>
    /// <param name="then">The text that it gets.</param>
    /// <returns>The difference; empty where there is none.</returns>
    public static string Of(string name, string before, string then) =>
        before == then ? "" : UnidiffRenderer.GenerateUnidiff(before, then, $"a/{name}", $"b/{name}").ReplaceLineEndings("\n").TrimEnd('\n');
}
