using Landfall.Operations;
using Landfall.Operations.Projects;

namespace Landfall.Operator.Playbooks;

/// <summary>One playbook.</summary>
internal sealed class PlaybookShowOperation : Operation<PlaybookShowParameters, Playbook>
{
    /// <inheritdoc />
    public override string Name => "playbook show";

    /// <inheritdoc />
    public override string Summary => "Show a playbook: of what faults it is, its steps with what must and must not be, and what it does.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Reads;

    /// <inheritdoc />
    public override Task<Playbook> RunAsync(PlaybookShowParameters parameters, Agreed agreed, OperationContext context) =>
        Task.FromResult(PlaybookShelf.Read(ProjectLoader.LoadFile(parameters.Folder).Root).Find(parameters.Name));
}
