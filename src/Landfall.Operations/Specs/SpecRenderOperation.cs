using Landfall.Config;
using Landfall.Operations.Projects;
using Landfall.Operations.Specs.Reading;

namespace Landfall.Operations.Specs;

/// <summary>Brings the generated parts of specifications up to date.</summary>
internal sealed class SpecRenderOperation : Operation<SpecRenderParameters, SpecWritten>
{
    /// <inheritdoc />
    public override string Name => "spec render";

    /// <inheritdoc />
    public override string Summary => "Bring the parts of specifications that come from the file up to date.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override OperationTraits Traits => OperationTraits.Idempotent;

    /// <inheritdoc />
    public override Task<SpecWritten> RunAsync(SpecRenderParameters parameters, Agreed agreed, OperationContext context)
    {
        var root = ProjectLoader.LoadFile(parameters.Folder).Root;
        var folder = new SpecFolder(root);
        var staleness = new SpecStaleness(folder, environment => ProjectLoader.Load(parameters.Folder, environment).Plan);
        var written = new List<string>();
        foreach (var feature in folder.Chosen(parameters.Feature))
        {
            var faults = new List<SpecFault>();
            var requirements = RequirementsReader.Read(SpecFolder.NameOf(feature, SpecFolder.Requirements), folder.Read(feature, SpecFolder.Requirements) ?? "").Requirements;
            var stale = staleness.Of(feature, requirements, faults);
            if (faults.Count > 0)
                throw new LandfallException(ErrorCodes.SpecUnreadable, string.Join('\n', faults.Select(fault => $"{fault.File}:{fault.Line} {fault.Message}")));
            foreach (var (file, _, wanted) in stale)
            {
                context.Stop.ThrowIfCancellationRequested();
                folder.Write(feature, file, wanted);
                written.Add(SpecFolder.NameOf(feature, file));
            }
        }

        return Task.FromResult(new SpecWritten(root, written));
    }
}
