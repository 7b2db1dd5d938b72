namespace Landfall.Operations.Sleep;

/// <summary>How many tasks a service is to run.</summary>
/// <param name="Service">The service.</param>
/// <param name="Before">How many it was to run.</param>
/// <param name="After">How many it is to run now.</param>
internal sealed record TaskCount(string Service, int Before, int After);
