using Landfall.Config.Schema;

namespace Landfall.Operations.Migration;

/// <summary>Writes what a migration gives.</summary>
internal static class MigratedFiles
{
    /// <summary>Writes the file, its schema and the report.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="yaml">The file's text.</param>
    /// <param name="reportName">The report's name.</param>
    /// <param name="report">The report's text.</param>
    /// <param name="more">Files besides, by their names relative to the folder.</param>
    /// <param name="dryRun">True to write nothing.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The names of what was written, the report's first.</returns>
    public static async Task<IReadOnlyList<string>> WriteAsync(string folder, string yaml, string reportName, string report, IEnumerable<(string Name, string Content)> more, bool dryRun, CancellationToken stop)
    {
        if (dryRun)
            return [];
        List<(string Name, string Content)> files = [(reportName, report), .. more, ("landfall.schema.json", ConfigSchema.Write()), ("landfall.yaml", yaml)];
        foreach (var (name, content) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, name))!);
            await File.WriteAllTextAsync(Path.Combine(folder, name), content, stop).ConfigureAwait(false);
        }

        return [.. files.Select(file => file.Name)];
    }
}
