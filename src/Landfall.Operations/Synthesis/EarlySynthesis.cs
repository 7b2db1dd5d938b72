using Landfall.Config.Plan;
using Landfall.Operations.Changes;
using Landfall.Operations.Deployment;
using Landfall.Operations.Projects;
using Landfall.Operations.Sites;

namespace Landfall.Operations.Synthesis;

/// <summary>
/// What a deployment can do in the project's folder while AWS is asked who works on the environment and what runs there:
/// builds the sites, and synthesises where no image's digest has to be looked up first.
/// </summary>
internal sealed class EarlySynthesis : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop;
    private readonly Action<string> _say;
    private readonly bool _local;
    private readonly Task<Assembly?> _early;

    private EarlySynthesis(Project project, bool local, OperationContext context)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(context.Stop);
        (_say, _local) = (context.Watcher.Say, local);
        _early = Task.Run(() => RunAsync(project), CancellationToken.None);
    }

    /// <summary>Begins.</summary>
    /// <param name="project">The project, whose folder the caller has to itself.</param>
    /// <param name="local">True for the local AWS.</param>
    /// <param name="context">Who deploys.</param>
    /// <returns>The work; disposing it stops what is not done.</returns>
    public static EarlySynthesis Begin(Project project, bool local, OperationContext context) => new(project, local, context);

    /// <summary>Waits for the end.</summary>
    /// <param name="project">The project, with the images that are in the registry already.</param>
    /// <returns>The project's assembly.</returns>
    /// <exception cref="Config.LandfallException">A site could not be built, or the synth host reported a problem.</exception>
    public async Task<Assembly> FinishAsync(Project project) =>
        await _early.ConfigureAwait(false) ?? await SynthesizeAsync(project).ConfigureAwait(false);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await ((Task)_early).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task<Assembly?> RunAsync(Project project)
    {
        var sites = SiteBuilder.BuildAsync(project, onlyMissing: false, _say, _stop.Token);

        // The first plan that a process writes takes a tenth of a second, the next ones nothing: so while sites build.
        _ = PlanFile.Write(project.Plan);
        await sites.ConfigureAwait(false);
        return !_local && PublishedImages.AreIn(project.Plan) ? null : await SynthesizeAsync(project).ConfigureAwait(false);
    }

    private Task<Assembly> SynthesizeAsync(Project project)
    {
        _say("Synthesising …");
        return Synthesizer.AssembleAsync(project, _local, _say, _stop.Token);
    }
}
