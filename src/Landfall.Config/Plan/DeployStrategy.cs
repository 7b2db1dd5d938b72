namespace Landfall.Config.Plan;

/// <summary>ECS's native deployment strategies.</summary>
public enum DeployStrategy
{
    /// <summary>Tasks are replaced in place, with 100 % healthy at least and 200 % at most.</summary>
    Rolling,

    /// <summary>All traffic moves at once to a second set of tasks.</summary>
    BlueGreen,

    /// <summary>Traffic moves in equal steps.</summary>
    Linear,

    /// <summary>A small share of traffic moves first, the rest after.</summary>
    Canary,
}
