namespace Landfall.Operations.Logs;

/// <summary>A line of a service's log.</summary>
/// <param name="Time">When it was written.</param>
/// <param name="Service">The service, as the file calls it.</param>
/// <param name="Container">The container.</param>
/// <param name="Task">The id of the task.</param>
/// <param name="Level">How bad it is.</param>
/// <param name="Message">What it says.</param>
internal sealed record LogEntry(DateTimeOffset Time, string Service, string Container, string Task, LogLevel Level, string Message);
