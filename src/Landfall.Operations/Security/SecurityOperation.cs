using Landfall.Config;
using Landfall.Operations.Security.Fixing;
using Landfall.Operations.Security.Suppressions;

namespace Landfall.Operations.Security;

/// <summary>Looks for what is not safe in the files of a repository.</summary>
internal sealed class SecurityOperation : Operation<SecurityParameters, SecurityReport>
{
    /// <inheritdoc />
    public override string Name => "security";

    /// <inheritdoc />
    public override string Summary => "Find what is not safe in Dockerfiles, Kubernetes manifests, CloudFormation templates and secrets in files; with --fix, fix it.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override async Task<SecurityReport> RunAsync(SecurityParameters parameters, Agreed agreed, OperationContext context)
    {
        if (parameters is { DryRun: true, Fix: false })
            throw new LandfallException(ErrorCodes.FixOptionAlone, "'--dry-run' shows what '--fix' would change. Without '--fix' the scan changes nothing: add '--fix', or leave it out.");
        var target = Path.GetFullPath(parameters.Folder);
        var root = File.Exists(target) ? Path.GetDirectoryName(target)!
            : Directory.Exists(target) ? target
            : throw new LandfallException(ErrorCodes.ScanFolder, $"There is no '{parameters.Folder}' to scan. Name a folder or a file.");
        var accepted = SuppressionFile.Read(root);
        var names = root == target ? await SourceFiles.ListAsync(root, context.Stop).ConfigureAwait(false) : [Path.GetFileName(target)];
        var unread = new List<UnreadFile>();
        IReadOnlyList<FixedFile>? fixes = parameters.Fix ? await new FolderFixer(root, accepted).FixAsync(names, parameters.DryRun, agreed, context, unread).ConfigureAwait(false) : null;
        if (root == target && !parameters.NoSynth && OwnTemplates.HasProject(root))
            names = [.. names, .. await OwnTemplates.ListAsync(root, parameters.Environment, unread, context).ConfigureAwait(false)];

        var scan = new FileScan();
        var judge = new SuppressionJudge(accepted, DateOnly.FromDateTime(context.Time.GetUtcNow().UtcDateTime));
        var files = 0;
        foreach (var name in names)
        {
            context.Stop.ThrowIfCancellationRequested();
            if (SourceFile.Read(root, name, unread) is not { } file)
                continue;
            files++;
            judge.Judge(file, scan.Find(file, unread));
        }

        var report = judge.Report(files, parameters.FailOn, [.. unread.OrderBy(file => file.File, StringComparer.Ordinal)]) with { Fixes = fixes };
        if (parameters.Sarif is { } sarif)
            await File.WriteAllTextAsync(sarif, SarifFile.Of(report), context.Stop).ConfigureAwait(false);
        return report;
    }
}
