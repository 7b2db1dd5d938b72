namespace Landfall.Config.Plan;

/// <summary>What an operator may do in an environment. It is read by the operator alone: no stack has any of it.</summary>
public sealed record OperatePlan
{
    /// <summary>How far it goes at most.</summary>
    public required RepairMode Mode { get; init; }

    /// <summary>The operations that a repair may run, in order of name: some of <see cref="RepairOperations.All"/>.</summary>
    public required IReadOnlyList<string> Allow { get; init; }

    /// <summary>When repairs may begin that nobody has approved, or null for always.</summary>
    public required RepairHoursPlan? Hours { get; init; }

    /// <summary>How many repairs may begin within an hour, at least 1.</summary>
    public required int MaxPerHour { get; init; }

    /// <summary>How many repairs of one service may begin within a day, at least 1.</summary>
    public required int MaxPerService { get; init; }

    /// <summary>The share of the environment's services that repairs may begin of within an hour, in percent; one service is always allowed.</summary>
    public required double MaxBlastPercent { get; init; }

    /// <summary>True where nothing is begun at all.</summary>
    public required bool Freeze { get; init; }
}
