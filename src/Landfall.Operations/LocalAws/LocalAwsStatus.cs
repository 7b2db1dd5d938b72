namespace Landfall.Operations.LocalAws;

/// <summary>Whether the local AWS runs, and where.</summary>
/// <param name="Running">True when it runs.</param>
/// <param name="Endpoint">Its address, or null.</param>
/// <param name="ProcessId">Its process, or null.</param>
/// <param name="Started">Since when it has run, or null.</param>
internal sealed record LocalAwsStatus(
    bool Running,
    string? Endpoint,
    int? ProcessId,
    DateTimeOffset? Started)
{
    /// <summary>Describes a server.</summary>
    /// <param name="state">The server, or null when none runs.</param>
    /// <returns>Its status.</returns>
    public static LocalAwsStatus Of(LocalAwsState? state) => new(state is not null, state?.Endpoint, state?.ProcessId, state?.Started);
}
