using Landfall.Aws.Logs;

namespace Landfall.Operations.Logs;

/// <summary>Where the log of a service is.</summary>
/// <param name="Service">The service, as the file calls it.</param>
/// <param name="Group">Its log group.</param>
/// <param name="Streams">The streams that are read; null for all.</param>
internal sealed record ServiceLog(string Service, string Group, IReadOnlyList<string>? Streams)
{
    /// <summary>
    /// Makes an entry of a line. Source: ECS Developer Guide, awslogs: a stream is named <c>prefix-name/container-name/ecs-task-id</c>.
    /// </summary>
    /// <param name="line">The line.</param>
    /// <returns>The entry.</returns>
    public LogEntry Read(LogEvent line)
    {
        var parts = line.Stream.Split('/');
        var (container, task) = parts.Length >= 3 ? (parts[^2], parts[^1]) : ("", line.Stream);
        return new LogEntry(line.Time, Service, container, task, LevelReader.Of(line.Message), line.Message);
    }
}
