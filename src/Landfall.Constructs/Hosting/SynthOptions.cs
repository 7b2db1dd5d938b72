namespace Landfall.Constructs.Hosting;

/// <summary>How a plan is synthesised.</summary>
/// <param name="Output">The folder for the cloud assembly, or null for a temporary one.</param>
/// <param name="Project">
/// The folder of the file, against which the plan's relative paths are resolved; null for the current one.
/// </param>
/// <param name="Nag">True to check every resource with cdk-nag's AwsSolutions rules; costs seconds.</param>
/// <param name="Validate">True to check the templates with the CDK's own validation; costs seconds.</param>
public sealed record SynthOptions(
    string? Output = null,
    string? Project = null,
    bool Nag = false,
    bool Validate = false);
