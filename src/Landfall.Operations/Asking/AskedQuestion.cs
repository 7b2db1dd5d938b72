namespace Landfall.Operations.Asking;

/// <summary>A question as it was understood.</summary>
/// <param name="Topic">What it is about.</param>
/// <param name="Services">The services that it names, as the file calls them; empty for all.</param>
/// <param name="Time">The time that it is about.</param>
internal sealed record AskedQuestion(Topic Topic, IReadOnlyList<string> Services, AskedTime Time)
{
    /// <summary>Other topics that it may as well be about; with them it has to be asked back.</summary>
    public IReadOnlyList<Topic> Or { get; init; } = [];

    /// <summary>A word that was taken for a service's name, though it is not quite one; null where there is none.</summary>
    public string? Taken { get; init; }

    /// <summary>A word that is said to be a service and is none; null where there is none.</summary>
    public string? Missing { get; init; }

    /// <summary>The command that does what was asked to be done; null where nothing was.</summary>
    public string? Command { get; init; }
}
