using Landfall.Operations;
using Landfall.Operations.Projects;

namespace Landfall.Operator.Playbooks;

/// <summary>Checks playbooks: their form, and every operation and parameter that they name. It runs none.</summary>
internal sealed class PlaybookTestOperation : Operation<PlaybookTestParameters, PlaybookList>
{
    /// <inheritdoc />
    public override string Name => "playbook test";

    /// <inheritdoc />
    public override string Summary => "Check playbooks: their form, and whether the operations that they name exist, take what they are given, and may be a repair.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Reads;

    /// <inheritdoc />
    public override Task<PlaybookList> RunAsync(PlaybookTestParameters parameters, Agreed agreed, OperationContext context)
    {
        // A file alone is checked wherever it is: there may be no project yet.
        var project = parameters.File is null ? ProjectLoader.LoadFile(parameters.Folder) : null;
        var shelf = parameters.File is { } file ? PlaybookShelf.ReadFile(file) : PlaybookShelf.Read(project!.Root);
        return Task.FromResult(PlaybookList.Of(shelf, project?.Config));
    }
}
