using Landfall.Operations;
using Landfall.Operator.Incidents;
using Landfall.Operator.Operating;
using Landfall.Operator.Playbooks;
using Landfall.Operator.Repairs;

namespace Landfall.Operator;

/// <summary>The operations of this project, for doors that offer them beside the others.</summary>
internal static class OperatorOperations
{
    /// <summary>The operations.</summary>
    public static IReadOnlyList<IOperation> All { get; } =
    [
        new ApproveOperation(),
        new FreezeOperation(),
        new IncidentsAckOperation(),
        new IncidentsOperation(),
        new OperateOperation(),
        new PlaybookListOperation(),
        new PlaybookShowOperation(),
        new PlaybookTestOperation(),
    ];
}
