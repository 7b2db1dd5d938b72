using System.ComponentModel;

namespace Landfall.Operations.Builds;

/// <summary>Which build.</summary>
/// <param name="Log">A file with its log.</param>
/// <param name="Text">The log itself, in place of a file.</param>
/// <param name="Build">A build of CodeBuild's, in place of a log.</param>
internal sealed record BuildExplainParameters(
    [property: Description("The file with the build's log; - is standard input."), Traits(ParameterTraits.Path)] string? Log,
    [property: Description("The log itself, in place of a file.")] string? Text,
    [property: Description("The id of a build of CodeBuild in the region AWS_REGION, whose log is read: shop-pipeline-deploy-dev:0f1e….")] string? Build);
