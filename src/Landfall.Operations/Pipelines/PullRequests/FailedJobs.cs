using Landfall.Config;

namespace Landfall.Operations.Pipelines.PullRequests;

/// <summary>
/// Reads why jobs have failed, from a folder with a text for each. A pull request's own build has written them: a link among them could
/// lead to what this process alone may read, and is left out.
/// </summary>
internal static class FailedJobs
{
    // More than fail at once.
    private const int Most = 20;

    private const int MostCharacters = 100_000;

    private const string Start = "failure-";

    /// <summary>Reads them.</summary>
    /// <param name="folder">The folder, with <c>failure-JOB.txt</c>; where it is not there no job has explained itself.</param>
    /// <returns>The jobs, in order of name.</returns>
    /// <exception cref="LandfallException">One cannot be read.</exception>
    public static IReadOnlyList<FailedJob> Read(string folder)
    {
        try
        {
            return !Directory.Exists(folder) ? [] :
            [
                .. new DirectoryInfo(folder).EnumerateFiles($"{Start}*.txt").Where(file => file.LinkTarget is null).OrderBy(file => file.Name, StringComparer.Ordinal).Take(Most)
                    .Select(file => new FailedJob(Path.GetFileNameWithoutExtension(file.Name)[Start.Length..], Text(file))),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LandfallException(ErrorCodes.PullOption, $"What is in '{folder}' of '--failure' cannot be read: {e.Message}", e);
        }
    }

    private static string Text(FileInfo file)
    {
        using var reader = file.OpenText();
        var text = new char[MostCharacters];
        return new string(text, 0, reader.ReadBlock(text)).Trim();
    }
}
