namespace Landfall.Operations.Alarms;

/// <summary>The alarms of an environment.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="At">When they were looked at.</param>
/// <param name="Alarms">The alarms: those that have gone off first, then those that cannot tell, each in order of name.</param>
internal sealed record EnvironmentAlarms(string App, string Environment, DateTimeOffset At, IReadOnlyList<AlarmState> Alarms);
