using Landfall.Operations.Projects;

namespace Landfall.Operations.Synthesis;

/// <summary>What to synthesise, and where to.</summary>
/// <param name="Project">The project.</param>
/// <param name="Output">The folder that the cloud assembly is written to.</param>
/// <param name="Check">True to run CDK's template validation and cdk-nag too.</param>
internal sealed record SynthesisRequest(Project Project, string Output, bool Check);
