using System.ComponentModel;

namespace Landfall.Operations.OneOff;

/// <summary>What to run, and with what.</summary>
/// <param name="Service">The service or job.</param>
/// <param name="Command">The command; null for a job's own.</param>
/// <param name="Folder">The project's folder.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Local">True for the local AWS.</param>
/// <param name="Variables">Variables besides those of the service.</param>
/// <param name="Secrets">Secret variables with their values.</param>
/// <param name="Shell">True to have a shell of the container's read the command.</param>
/// <param name="Release">True for the service's release command.</param>
/// <param name="Detach">True not to wait for the end.</param>
internal sealed record RunParameters(
    [property: Description("The service's or job's name in the file.")] string Service,
    [property: Description("The command. It is split at spaces, quotes and backslashes minded, and read by no shell; without one a job runs its own.")] string? Command,
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description(ParameterText.Local)] bool Local,
    [property: Description("A variable besides those of the service, or in the place of one: NAME=value. Whoever may read the account sees it.")] IReadOnlyList<string> Variables,
    [property: Description("Secret variables by name, with their values, which are nowhere but in a secret that is deleted when the task has read it."), Traits(ParameterTraits.Secret)] IReadOnlyDictionary<string, string> Secrets,
    [property: Description("Let a shell in the container (sh -c) read the command: for variables, pipes and '&&'.")] bool Shell,
    [property: Description("Run the service's release command by hand.")] bool Release,
    [property: Description("End when the task is started, and leave it to itself.")] bool Detach)
{
    /// <summary>Everything but the values of secrets.</summary>
    public override string ToString() => $"{Command} of {Service} of {Environment} in {Folder}";
}
