namespace Landfall.Operations.Restoring;

/// <summary>A copy that is to be made.</summary>
/// <param name="Copy">Its name in AWS.</param>
/// <param name="Cost">What it costs while it is there, in words.</param>
/// <param name="BeginAsync">Begins to make it.</param>
internal sealed record RestorePlan(string Copy, string Cost, Func<CancellationToken, Task> BeginAsync)
{
    /// <summary>What is not as with the original; null for nothing.</summary>
    public string? Note { get; init; }
}
