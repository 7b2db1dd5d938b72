using System.ComponentModel;

namespace Landfall.Operations.Secrets;

/// <summary>Which secret, and its value.</summary>
/// <param name="Folder">The project's folder.</param>
/// <param name="Name">The secret.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Local">True for the local AWS.</param>
/// <param name="Value">The value.</param>
internal sealed record SecretSetParameters(
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description("The secret's name in the file.")] string? Name,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description(ParameterText.Local)] bool Local,
    [property: Description("The value; never shown, written to a file or kept in a history."), Traits(ParameterTraits.Secret)] string? Value)
{
    /// <summary>Everything but the value.</summary>
    public override string ToString() => $"{Name} of {Environment} in {Folder}";
}
