using Landfall.Config.Pipelines;
using Landfall.Config.Plan;

namespace Landfall.Constructs.Pipelines;

/// <summary>The projects that build the images of all environments, one for each architecture, and what they hand on.</summary>
internal static class ImageSteps
{
    /// <summary>The artifact with the images of an architecture.</summary>
    public static string Artifact(CpuArchitecture architecture) => $"Images_{PipelineCommands.NameOf(architecture)}";

    /// <summary>Where a later action has it (AWS CodeBuild User Guide, "Environment variables in build environments").</summary>
    public static string Place(CpuArchitecture architecture) => $"\"$CODEBUILD_SRC_DIR_{Artifact(architecture)}\"";

    /// <summary>Adds the project.</summary>
    /// <param name="stack">The pipeline's stack.</param>
    /// <param name="architecture">The architecture, which its machines have.</param>
    /// <returns>The project.</returns>
    public static BuildProject Create(PipelineStack stack, CpuArchitecture architecture)
    {
        var first = stack.Pipeline.Stages[0];
        return BuildProject.Create(
            stack,
            $"images-{PipelineCommands.NameOf(architecture)}",
            $"Builds the images for {PipelineCommands.NameOf(architecture)} once for all environments",
            Buildspec.Write(stack.Commands.Install, [stack.Commands.Images(architecture)], [], ["**/*"], PipelineCommands.ImagesFolder(architecture)),
            PipelineStack.Statements(EnvironmentPermissions.Images(new RolePlace(stack.Plan.App, first, first.Account ?? stack.Names.Account))),
            [architecture]);
    }
}
