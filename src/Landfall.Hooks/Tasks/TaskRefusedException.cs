namespace Landfall.Hooks.Tasks;

/// <summary>ECS did not do what it was asked.</summary>
/// <param name="message">Why, with the action.</param>
internal sealed class TaskRefusedException(string message) : Exception(message)
{
    /// <summary>Whether it may do it a little later.</summary>
    public bool IsPassing { get; init; }

    /// <summary>Whether ECS said that it started nothing, so that it is to be asked anew. Of any other failure nobody knows.</summary>
    public bool StartedNothing { get; init; }
}
