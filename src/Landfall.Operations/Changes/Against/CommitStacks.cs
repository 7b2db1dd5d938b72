using Landfall.Aws.CloudFormation;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Config.Regions;
using Landfall.Operations.Deployment;
using Landfall.Operations.Projects;
using Landfall.Operations.Synthesis;

namespace Landfall.Operations.Changes.Against;

/// <summary>The stacks of a commit, as if they had been deployed.</summary>
internal static class CommitStacks
{
    /// <summary>Synthesises a commit.</summary>
    /// <param name="project">The project as it is now.</param>
    /// <param name="commit">A commit, a branch or a tag.</param>
    /// <param name="local">True for the local AWS.</param>
    /// <param name="progress">Gets a line for a person.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>The stacks; none where the commit has no such environment yet.</returns>
    /// <exception cref="LandfallException">There is no such commit, or it is not valid.</exception>
    public static async Task<IReadOnlyList<DeployedStack>> OfAsync(
        Project project, string commit, bool local, Action<string> progress, CancellationToken stop)
    {
        using var files = await CommitFiles.TakeAsync(project.Root, commit, stop).ConfigureAwait(false);
        if (Load(files.Folder, project.Plan.Environment, local) is not { } earlier)
            return [];
        if (Place(earlier.Plan) != Place(project.Plan))
        {
            progress($"{commit} has this environment as {Place(earlier.Plan)}, and the file as {Place(project.Plan)}: everything is new there, and what runs at the earlier place stays until 'landfall destroy' is run with {commit}.");
            return [];
        }

        if (local)
            earlier = Targets.ForLocal(earlier);
        TakeSites(project, earlier);
        progress($"Synthesising {commit} …");
        var output = Path.Combine(earlier.EnvironmentFolder, "cdk.out");
        await Synthesizer.SynthesizeAsync(new SynthesisRequest(earlier, output, Check: false), progress, stop).ConfigureAwait(false);
        return [.. Assembly.Read(output).Stacks.Select(s => new DeployedStack(Stack(s, earlier.Plan), s.Template))];
    }

    /// <summary>Where an environment's stacks are, and what they are called by: nothing moves from one place to another.</summary>
    private static string Place(AppPlan plan) => $"'{plan.App}' in {plan.Region}{(plan.Account is { } account ? $" of {account}" : "")}";

    private static Project? Load(string folder, string environment, bool local)
    {
        try
        {
            // A file above the folder was another project's then.
            return Directory.Exists(folder) && ProjectLoader.LoadWithTags(folder, environment, local) is var project && Path.GetRelativePath(folder, project.Root) == "."
                ? project
                : null;
        }
        catch (LandfallException e) when (e.Code is ErrorCodes.FileMissing or ErrorCodes.UnknownEnvironment)
        {
            return null; // the project, or this environment of it, came later
        }
    }

    /// <summary>
    /// What a site's build made is not in the repository, and building a commit anew would need its packages: what is built
    /// now stands in for it, so that a site's own pages are no part of the comparison.
    /// </summary>
    private static void TakeSites(Project project, Project earlier)
    {
        foreach (var site in earlier.Plan.Services.OfType<SiteServicePlan>())
        {
            var wanted = Output(earlier.Root, site);
            if (Directory.Exists(wanted))
                continue;
            Directory.CreateDirectory(wanted);
            var now = project.Plan.Services.OfType<SiteServicePlan>().FirstOrDefault(s => s.Name == site.Name);
            if (now is not null && Output(project.Root, now) is var built && Directory.Exists(built))
                Copy(built, wanted);
        }
    }

    private static string Output(string root, SiteServicePlan site) => Path.GetFullPath(Path.Combine(root, site.Source, site.Output));

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static Stack Stack(AssemblyStack stack, AppPlan plan) => new(
        stack.Name,
        $"arn:{RegionTable.Of(plan.Region).Partition}:cloudformation:{stack.Region ?? plan.Region}:{plan.Account}:stack/{stack.Name}/commit",
        "UPDATE_COMPLETE",
        null,
        DateTimeOffset.UnixEpoch,
        false,
        new Dictionary<string, string>(),
        stack.Tags,
        new Dictionary<string, string>());
}
