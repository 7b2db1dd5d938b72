using System.ComponentModel;

namespace Landfall.Operations.Synthesis;

/// <summary>What to synthesise.</summary>
/// <param name="Folder">The project's folder.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Output">The folder for the templates, or null for Landfall's own.</param>
/// <param name="Check">True to check the templates too.</param>
internal sealed record SynthParameters(
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description("The folder for the templates; .landfall/ENV/cdk.out by default."), Traits(ParameterTraits.Path | ParameterTraits.Writes)] string? Output,
    [property: Description("Also run CDK's template validation and cdk-nag's AwsSolutions rules.")] bool Check);
