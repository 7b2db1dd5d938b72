namespace Landfall.Operator.Repairs;

/// <summary>What an operator may do by itself. The defaults are a judgement of ours: few enough that a person sees each.</summary>
internal sealed record Guardrails
{
    /// <summary>The operations that it may run. By default those that leave a service at work.</summary>
    public IReadOnlyList<string> Allow { get; init; } = ["restart", "rollback", "rollout rollback", "scale"];

    /// <summary>How many repairs may begin within an hour. Default 3.</summary>
    public int MaxPerHour { get; init; } = 3;

    /// <summary>The share of the environment's services that repairs may begin of within an hour, 0 to 1; one is always allowed. Default 0.2.</summary>
    public double MaxBlast { get; init; } = 0.2;

    /// <summary>How many repairs of one service may begin within a day. Default 2: what two did not mend, a third will not.</summary>
    public int MaxPerTarget { get; init; } = 2;
}
