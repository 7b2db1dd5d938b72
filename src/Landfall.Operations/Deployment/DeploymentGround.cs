using Landfall.Config;
using Landfall.Operations.Accounts;
using Landfall.Operations.Images;
using Landfall.Operations.LocalAws;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Deployment;

/// <summary>What a deployment stands on: the project as it was loaded, and the AWS that it goes to.</summary>
/// <param name="Project">The project and environment.</param>
/// <param name="Target">The account and region.</param>
/// <param name="Local">The local AWS; null on AWS itself.</param>
internal sealed record DeploymentGround(Project Project, AwsTarget Target, LocalAwsState? Local) : IDisposable
{
    /// <summary>The images that were built before; null where they are built when they are needed.</summary>
    public BuiltImages? Built { get; init; }

    /// <summary>Loads the project and opens its AWS; what is wrong with the file or the command shows before anything is touched.</summary>
    /// <param name="parameters">What to deploy.</param>
    /// <param name="context">Who deploys.</param>
    /// <returns>The ground.</returns>
    /// <exception cref="LandfallException">The file has problems, or the AWS is not the one that it names.</exception>
    public static async Task<DeploymentGround> OpenAsync(DeployParameters parameters, OperationContext context)
    {
        var loaded = ProjectLoader.LoadFile(parameters.Folder);
        var environment = parameters.Environment ?? loaded.EnvironmentNames[0];
        if (!parameters.Local)
            await new ContextKeeper(context, Environment.GetEnvironmentVariable).KeepAsync(loaded, parameters.Folder, environment, context.Stop).ConfigureAwait(false);
        var project = parameters.Local
            ? ProjectLoader.WithTags(loaded, environment, local: true)
            : ProjectLoader.WithTags(loaded, environment, KnownFacts.Read(loaded.Root));
        StackChoice.RequireKnown(project.Plan, parameters.Only);
        if (!parameters.Local)
            ImageTags.RequireDockerfiles(project.Plan, project.Root); // images come late, after the first stacks

        var built = BuiltImages.Open(parameters.Images);
        built?.Require(project.Plan);

        var local = parameters.Local
            ? (await new LocalAwsServer(context.Time).EnsureAsync(context.Watcher.Say, context.Stop).ConfigureAwait(false)).State
            : null;
        if (local is not null)
            project = await PrepareAsync(project, local, context).ConfigureAwait(false);
        return new DeploymentGround(project, await Targets.OpenAsync(project.Plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false), local) { Built = built };
    }

    /// <inheritdoc />
    public void Dispose() => Target.Dispose();

    /// <summary>Makes stand-ins in the local AWS for what the file imports, and puts the plan into its account.</summary>
    internal static async Task<Project> PrepareAsync(Project project, LocalAwsState local, OperationContext context)
    {
        var made = await LocalAwsPages.EnsureImportsAsync(local, project.Plan, context.Stop).ConfigureAwait(false);
        if (made.Count > 0)
            context.Watcher.Say($"The local AWS starts empty: made stand-ins for {string.Join(", ", made)}, which the file imports.");
        return Targets.ForLocal(project);
    }
}
