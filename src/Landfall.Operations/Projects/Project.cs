using Landfall.Config;
using Landfall.Config.Plan;

namespace Landfall.Operations.Projects;

/// <summary>A valid project and the plan of the environment that was asked for.</summary>
/// <param name="Root">The folder with the file.</param>
/// <param name="Plan">The plan of the chosen environment.</param>
internal sealed record Project(string Root, AppPlan Plan)
{
    /// <summary>The folder that Landfall keeps a project's synthesised templates and logs in; not committed.</summary>
    public string WorkFolder => Path.Combine(Root, OwnState.WorkFolder);

    /// <summary>The part of it that is the plan's environment's.</summary>
    public string EnvironmentFolder => Path.Combine(WorkFolder, Plan.Environment);

    /// <summary>The folder that the environment's cloud assembly is written to.</summary>
    /// <param name="local">True for the assembly that goes to the local AWS, whose account is another.</param>
    /// <returns>The folder.</returns>
    public string AssemblyFolder(bool local) => Path.Combine(EnvironmentFolder, local ? "cdk.local.out" : OwnState.CdkOutput);
}
