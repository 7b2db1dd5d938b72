namespace Landfall.Operations.Top;

/// <summary>What the services of an environment use.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="From">From when on.</param>
/// <param name="To">Until when.</param>
/// <param name="Services">The services, the one that uses most of its CPU first, those without a value last.</param>
internal sealed record EnvironmentUse(string App, string Environment, DateTimeOffset From, DateTimeOffset To, IReadOnlyList<ServiceUse> Services);
