using System.Globalization;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Deployment;

/// <summary>The files with everything that the CDK CLI printed, one for each deployment: what failed is still there after the next try.</summary>
internal static class DeployLogs
{
    // Enough for a bad day; a log is some kilobytes.
    private const int Kept = 20;

    /// <summary>Names the file of a deployment that begins, and deletes the oldest files.</summary>
    /// <param name="project">The project and environment.</param>
    /// <param name="now">The time.</param>
    /// <returns>The path; the file does not exist yet.</returns>
    public static string Begin(Project project, DateTimeOffset now)
    {
        var folder = Directory.CreateDirectory(project.EnvironmentFolder);
        foreach (var old in folder.GetFiles("deploy-*.log").OrderByDescending(f => f.Name, StringComparer.Ordinal).Skip(Kept - 1))
            old.Delete();
        var name = $"deploy-{now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}.log";
        return InTheWay.OfFile(Path.Combine(folder.FullName, name));
    }
}
