using Landfall.Operations.Processes;
using Landfall.Operations.Projects;
using Landfall.Operations.Synthesis;

namespace Landfall.Operations.Cost;

/// <summary>An environment with its templates, which stay as they are until this is disposed of.</summary>
internal sealed class EstimatedEnvironment : IDisposable
{
    private readonly IDisposable _alone;

    private EstimatedEnvironment(Project project, IReadOnlyList<EstimatedStack> stacks, IDisposable alone) => (Project, Stacks, _alone) = (project, stacks, alone);

    /// <summary>The project and environment.</summary>
    public Project Project { get; }

    /// <summary>Its stacks.</summary>
    public IReadOnlyList<EstimatedStack> Stacks { get; }

    /// <summary>Makes the templates where they are not current, by what is known of the account, and reads them.</summary>
    /// <param name="folder">The project's folder.</param>
    /// <param name="environment">The environment; null for the first in the file.</param>
    /// <param name="context">Who asks.</param>
    /// <returns>The environment.</returns>
    /// <exception cref="Landfall.Config.LandfallException">The file has problems, a fact is missing, or the templates cannot be made.</exception>
    public static async Task<EstimatedEnvironment> OpenAsync(string folder, string? environment, OperationContext context)
    {
        var project = ProjectLoader.LoadKnown(folder, environment, local: false, everything: false);
        var alone = await FolderLock.TakeAsync(project.EnvironmentFolder, context.Watcher.Say, context.Time, context.Stop).ConfigureAwait(false);
        try
        {
            var assembly = await Synthesizer.AssembleAsync(project, local: false, context.Watcher.Say, context.Stop).ConfigureAwait(false);
            return new EstimatedEnvironment(project, EstimatedStack.Of(assembly.Stacks, project.Plan.Region), alone);
        }
        catch
        {
            alone.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _alone.Dispose();
}
