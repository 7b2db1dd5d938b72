using Landfall.Operations.Status;

namespace Landfall.Operations.Events;

/// <summary>What has happened in an environment.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Since">From when on.</param>
/// <param name="Events">The events, in order of time.</param>
/// <param name="Unread">What could not be looked at.</param>
internal sealed record EnvironmentEvents(
    string App, string Environment, DateTimeOffset Since, IReadOnlyList<SeenEvent> Events, IReadOnlyList<UnreadPart> Unread);
