using System.Security.Cryptography;
using System.Text;
using Landfall.Operations.Projects;

namespace Landfall.Operations.LocalRun;

/// <summary>The names of what one project's environment has in the container engine.</summary>
/// <param name="Name">What all of them begin with, and the value of the label by which they are found again.</param>
internal sealed record LocalGroup(string Name)
{
    /// <summary>The label.</summary>
    public const string Label = "landfall.local";

    /// <summary>The network.</summary>
    public string Network => Name;

    /// <summary>Names the group of a project: two checkouts of one application do not share containers or data.</summary>
    /// <param name="project">The project and environment.</param>
    /// <returns>The group.</returns>
    public static LocalGroup Of(Project project) =>
        new($"landfall-{project.Plan.Prefix}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(project.Root))))[..6]}");

    /// <summary>The container of a service or database.</summary>
    /// <param name="name">Its name.</param>
    public string Container(string name) => $"{Name}-{name}";

    /// <summary>The volume of a database.</summary>
    /// <param name="database">Its name.</param>
    public string Database(string database) => $"{Name}-database-{database}";

    /// <summary>The volume of a file system.</summary>
    /// <param name="fileSystem">Its name.</param>
    public string FileSystem(string fileSystem) => $"{Name}-files-{fileSystem}";
}
