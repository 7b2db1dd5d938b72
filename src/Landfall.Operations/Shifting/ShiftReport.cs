namespace Landfall.Operations.Shifting;

/// <summary>Traffic that is kept away from a zone, or let back.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Zone">The zone's name in the account.</param>
/// <param name="ZoneId">Its id, which is the same in all accounts.</param>
/// <param name="Balancers">The load balancers, by name.</param>
/// <param name="Services">What of the services behind them is left, by name; none where traffic comes back.</param>
/// <param name="Changed">True where something was changed.</param>
/// <param name="DryRun">True when nothing was done, and the rest says what would be.</param>
internal sealed record ShiftReport(
    string App, string Environment, string Zone, string ZoneId, IReadOnlyList<ShiftedBalancer> Balancers, IReadOnlyList<ZoneCapacity> Services, bool Changed, bool DryRun);
