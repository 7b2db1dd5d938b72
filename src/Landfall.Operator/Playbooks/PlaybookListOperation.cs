using Landfall.Operations;
using Landfall.Operations.Projects;

namespace Landfall.Operator.Playbooks;

/// <summary>The playbooks that an operator goes by.</summary>
internal sealed class PlaybookListOperation : Operation<PlaybookListParameters, PlaybookList>
{
    /// <inheritdoc />
    public override string Name => "playbook list";

    /// <inheritdoc />
    public override string Summary => "List the playbooks that the operator goes by: those that Landfall comes with, and the project's own.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Reads;

    /// <inheritdoc />
    public override Task<PlaybookList> RunAsync(PlaybookListParameters parameters, Agreed agreed, OperationContext context)
    {
        var project = ProjectLoader.LoadFile(parameters.Folder);
        return Task.FromResult(PlaybookList.Of(PlaybookShelf.Read(project.Root), project.Config));
    }
}
