namespace Landfall.Operations;

/// <summary>Descriptions of the parameters that many operations take, in the words of every door.</summary>
internal static class ParameterText
{
    public const string Folder = "The project's folder, with landfall.yaml in it, or one below it.";
    public const string Environment = "The environment; the first in the file by default.";
    public const string Services = "Only these services, by their names in the file; all of the environment by default.";
    public const string Local = "Use the local AWS on this machine; it is started when it does not run.";
}
