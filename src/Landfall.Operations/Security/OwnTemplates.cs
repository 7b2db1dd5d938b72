using Landfall.Config;
using Landfall.Config.Loading;
using Landfall.Operations.Processes;
using Landfall.Operations.Projects;
using Landfall.Operations.Synthesis;

namespace Landfall.Operations.Security;

/// <summary>The templates that a project's own file becomes.</summary>
internal static class OwnTemplates
{
    /// <summary>Tells whether a folder is a project's.</summary>
    /// <param name="root">The folder.</param>
    /// <returns>True when there is a file in it.</returns>
    public static bool HasProject(string root) => ConfigFile.Names.Any(name => File.Exists(Path.Combine(root, name)));

    /// <summary>Makes them where they are not current, and lists them.</summary>
    /// <param name="root">The project's folder.</param>
    /// <param name="environment">The environment; null for the first.</param>
    /// <param name="unread">Gets the reason where they cannot be made: the rest is scanned all the same.</param>
    /// <param name="context">Who scans.</param>
    /// <returns>Their paths from the folder, in order.</returns>
    public static async Task<IReadOnlyList<string>> ListAsync(string root, string? environment, ICollection<UnreadFile> unread, OperationContext context)
    {
        try
        {
            var project = ProjectLoader.LoadKnown(root, environment, local: false, everything: false);
            using var alone = await FolderLock.TakeAsync(project.EnvironmentFolder, context.Watcher.Say, context.Time, context.Stop).ConfigureAwait(false);
            var output = project.AssemblyFolder(local: false);
            await Synthesizer.SynthesizeAsync(new SynthesisRequest(project, output, Check: false), context.Watcher.Say, context.Stop).ConfigureAwait(false);
            return
            [
                .. Directory.EnumerateFiles(output, "*.template.json", SearchOption.AllDirectories)
                    .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/')).Order(StringComparer.Ordinal),
            ];
        }
        catch (LandfallException e)
        {
            var what = e.Details is FileProblems { Problems: [var first, ..] } ? first.ToString() : e.Message;
            unread.Add(new UnreadFile(ConfigFile.Names.First(name => File.Exists(Path.Combine(root, name))), $"Its templates could not be made: {e.Code} {what}"));
            return [];
        }
    }
}
