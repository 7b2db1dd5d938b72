using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Landfall.Config.Plan;
using Landfall.Operations.Images;
using Landfall.Operations.Processes;
using Landfall.Operations.Projects;

namespace Landfall.Operations.LocalRun;

/// <summary>Runs services as containers on this machine, with the local AWS in the place of AWS.</summary>
internal sealed class LocalRunOperation : Operation<LocalRunParameters, LocalRunReport>
{
    /// <summary>The file, in the environment's part of Landfall's own folder, with values that go before those of the local AWS.</summary>
    public const string ValuesFile = "local.env";

    /// <inheritdoc />
    public override string Name => "local run";

    /// <inheritdoc />
    public override string Summary => "Run services as containers on this machine, with the variables that they have on AWS; a change of their files replaces them.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    /// <remarks>It goes on until somebody interrupts it.</remarks>
    public override OperationTraits Traits => OperationTraits.PersonOnly;

    /// <inheritdoc />
    public override async Task<LocalRunReport> RunAsync(LocalRunParameters parameters, Agreed agreed, OperationContext context)
    {
        var project = Deployment.Targets.ForLocal(ProjectLoader.LoadWithTags(parameters.Folder, parameters.Environment, local: true));
        var (containers, left) = LocalContainers.Of(project, parameters.Services);
        var report = new LocalRunReport(project.Plan.App, project.Plan.Environment, containers, left, AsyncEnumerable.Empty<LocalRunStep>());
        if (parameters.DryRun)
            return report;

        var given = Values(parameters.EnvFile, project);
        var services = containers.Where(one => one.Kind != LocalKind.Database).Select(one => (ContainerServicePlan)project.Plan.Services.First(service => service.Title == one.Name)).ToList();
        foreach (var service in services.Where(service => service.Image.Build is not null))
            _ = ImageTags.BuildOf(project.Root, service); // a Dockerfile that is not there shows before anything is started
        var engine = await ContainerEngine.FindRunningAsync(Environment.GetEnvironmentVariable("LANDFALL_CONTAINER_ENGINE"), context.Stop).ConfigureAwait(false);
        var volumes = parameters.Fresh ? containers.SelectMany(one => one.Volumes).Distinct(StringComparer.Ordinal).ToList() : [];
        if (volumes.Count > 0)
        {
            await agreed.RequireAsync(
                new Question($"Delete the data of earlier runs on this machine ({string.Join(", ", volumes)})?", "Add --yes to delete the data of earlier runs from a script."),
                "Nothing was deleted or started, because it was not agreed to.",
                context).ConfigureAwait(false);
        }

        var ground = new LocalGround(project, context);
        var aws = await ground.EnsureAsync(parameters).ConfigureAwait(false);
        var defined = await ground.ReadAsync(services, given).ConfigureAwait(false);
        var run = new LocalRun(project, containers, new Uri(aws.Endpoint), defined, given, engine, context.Time)
        {
            Watch = !parameters.NoWatch,
            Forget = volumes,
        };
        return report with { Steps = StepsAsync(run, project, context, context.Stop) };
    }

    private static IReadOnlyDictionary<string, string> Values(string? named, Project project)
    {
        var file = named is null ? Path.Combine(project.EnvironmentFolder, ValuesFile) : Path.GetFullPath(named);
        return named is null && !File.Exists(file) ? new Dictionary<string, string>() : ValueFile.Read(file);
    }

    private static async IAsyncEnumerable<LocalRunStep> StepsAsync(LocalRun run, Project project, OperationContext context, [EnumeratorCancellation] CancellationToken stop)
    {
        // Two runs of one environment would take away one another's containers.
        using var alone = await FolderLock.TakeAsync(Path.Combine(project.EnvironmentFolder, "local"), context.Watcher.Say, context.Time, stop).ConfigureAwait(false);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var steps = Channel.CreateUnbounded<LocalRunStep>();
        var work = run.RunAsync(steps.Writer, end.Token);
        try
        {
            // Not stopped: what is said about the end is shown too.
            await foreach (var step in steps.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
                yield return step;
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            await work.ConfigureAwait(false);
        }
    }
}
