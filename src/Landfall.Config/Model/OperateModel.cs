using Landfall.Config.Binding;
using Landfall.Config.Plan;
using Landfall.Config.Values;

namespace Landfall.Config.Model;

/// <summary>
/// What an operator may do by itself. The defaults are a judgement of ours: few enough that a person sees each repair.
/// </summary>
internal sealed record OperateModel : Section
{
    [Key("How far the operator goes: observe (looks), suggest (says what would help), approve (does what a person approved) or auto (does it). 'landfall operate --mode' may go less far.")]
    public RepairMode Mode { get; init; } = RepairMode.Suggest;

    [Key("The operations that a repair may run.", MinItems = 1,
        OneOf = [RepairOperations.Restart, RepairOperations.Rollback, RepairOperations.RolloutRollback, RepairOperations.Scale])]
    public IReadOnlyList<string> Allow { get; init; } = RepairOperations.All;

    [Key("With mode auto, when repairs may begin by themselves; at all other times they wait for somebody to approve them.", Default = "always")]
    public RepairHoursModel? Hours { get; init; }

    [Key("How many repairs may begin within an hour.", Min = 1, Max = 100)]
    public int MaxPerHour { get; init; } = 3;

    [Key("How many repairs of one service may begin within a day: what two did not mend, a third will not.", Min = 1, Max = 100)]
    public int MaxPerService { get; init; } = 2;

    [Key("The share of the environment's services that repairs may begin of within an hour; one service is always allowed.", Min = 1, Max = 100)]
    public Percent MaxBlast { get; init; } = new(20);

    [Key("Begin no repair in the environment. 'landfall freeze' does so for a time, and without a change of the file.")]
    public bool Freeze { get; init; }
}
