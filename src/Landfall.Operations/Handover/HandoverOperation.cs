using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Init;
using Landfall.Operations.Releases;

namespace Landfall.Operations.Handover;

/// <summary>Gives a team the repository of a service: what builds, checks and releases it, and a first program where there is none.</summary>
internal sealed class HandoverOperation : Operation<HandoverParameters, HandedOver>
{
    /// <inheritdoc />
    public override string Name => "handover";

    /// <inheritdoc />
    public override string Summary => "Write a team's repository for a service whose image is 'released': Dockerfile, buildspec, tests, README; never over a file that is there.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override async Task<HandedOver> RunAsync(HandoverParameters parameters, Agreed agreed, OperationContext context)
    {
        var ground = ReleaseGround.Of(parameters.Service, parameters.Folder, parameters.Environment, local: false, app: null);
        var service = ground.Project.Plan.Services.OfType<ContainerServicePlan>().First(one => one.Name == ground.Service);
        var folder = Path.GetFullPath(parameters.To);
        var files = await FilesAsync(ground.Project.Plan, service, folder, parameters, context.Stop).ConfigureAwait(false);
        var kept = files.Keys.Where(name => File.Exists(Path.Combine(folder, name))).ToList();
        var written = files.Keys.Except(kept, StringComparer.Ordinal).ToList();
        foreach (var name in parameters.DryRun ? [] : written)
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, files[name], context.Stop).ConfigureAwait(false);
        }

        return new HandedOver(folder, service.Title, parameters.DryRun, written, kept);
    }

    /// <summary>The files by name. What is found out from code is found out from the first program where there is no other.</summary>
    private static async Task<SortedDictionary<string, string>> FilesAsync(AppPlan plan, ContainerServicePlan service, string folder, HandoverParameters parameters, CancellationToken stop)
    {
        var given = parameters.Kind;
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (ProjectDetector.Detect(folder) is { } found)
        {
            Add(given ?? found, folder);
            return files;
        }

        var kind = given is { } wanted && StarterFiles.Kinds.Contains(wanted) ? wanted : throw new LandfallException(
            ErrorCodes.AnswerNeeded,
            $"There is no code in '{folder}'{(given is null ? "" : $", and no first program in {given}")}. Add --kind for a first program ({string.Join(", ", StarterFiles.Kinds.Select(k => k.ToString().ToLowerInvariant()))}), or name the folder with the code.");
        var first = Directory.CreateTempSubdirectory("landfall-handover-").FullName;
        try
        {
            foreach (var (name, text) in StarterFiles.Of(kind, service.Name))
            {
                files[name] = text;
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(first, name))!);
                await File.WriteAllTextAsync(Path.Combine(first, name), text, stop).ConfigureAwait(false);
            }

            Add(kind, first);
            return files;
        }
        finally
        {
            Directory.Delete(first, recursive: true);
        }

        void Add(ProjectKind kind, string code)
        {
            foreach (var (name, text) in RepositoryFiles.Of(plan, service, kind, code, parameters))
                files[name] = text;
        }
    }
}
