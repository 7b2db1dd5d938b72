using System.ComponentModel;

namespace Landfall.Operations.LocalRun;

/// <summary>What runs on this machine, and how.</summary>
/// <param name="Folder">The project's folder.</param>
/// <param name="Services">The services; none for all that go on.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="EnvFile">A file with values, or null.</param>
/// <param name="NoWatch">True to leave containers alone when their files change.</param>
/// <param name="Fresh">True to delete the data of earlier runs.</param>
/// <param name="DryRun">True to start nothing.</param>
internal sealed record LocalRunParameters(
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description("Only these services, and what they use; without it all web, internal and worker services. A job that is named runs once.")] IReadOnlyList<string> Services,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description("Lines NAME=value that go before the values of the local AWS: secrets, and whatever is another on this machine. Without it .landfall/ENV/local.env, where it is there; it is never committed."), Traits(ParameterTraits.Path)] string? EnvFile,
    [property: Description("Do not rebuild and replace a container when a file of its build changes.")] bool NoWatch,
    [property: Description("First delete the data that databases and file systems keep from earlier runs; it is asked before.")] bool Fresh,
    [property: Description("Show what would run, and start nothing.")] bool DryRun);
