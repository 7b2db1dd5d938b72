namespace Landfall.Operations.Processes;

/// <summary>Tells whether a program runs on a build server, by the variable that all of them set.</summary>
internal static class BuildServer
{
    /// <summary>True where CI is set: what is looked up there would not be committed, and no process may stay.</summary>
    /// <param name="variable">Reads an environment variable.</param>
    /// <returns>True or false.</returns>
    public static bool IsHere(Func<string, string?> variable) => variable("CI") is not (null or "" or "0" or "false");
}
