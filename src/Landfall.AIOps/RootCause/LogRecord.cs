namespace Landfall.AIOps.RootCause;

/// <summary>One log line, or several of the same template, of one node.</summary>
/// <param name="Time">When it was written.</param>
/// <param name="Node">The node of the topology.</param>
/// <param name="Template">The line without its parameters; any text that is the same for lines of the same kind.</param>
/// <param name="IsError">Whether the line reports an error.</param>
/// <param name="SpanId">The span during which it was written, where known.</param>
/// <param name="Count">How many lines this record stands for.</param>
public sealed record LogRecord(
    DateTimeOffset Time,
    string Node,
    string Template,
    bool IsError = false,
    string? SpanId = null,
    int Count = 1);
