using Landfall.Operator.Incidents;

namespace Landfall.Operator.Operating;

/// <summary>Takes a closer look at what an incident affects.</summary>
internal interface IInvestigator
{
    /// <summary>Looks.</summary>
    /// <param name="services">The services, as the file calls them, the most urgent first.</param>
    /// <param name="now">The time.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>What was found; without those that could not be looked at now.</returns>
    Task<IReadOnlyList<Investigation>> LookAsync(IReadOnlyList<string> services, DateTimeOffset now, CancellationToken stop);
}
