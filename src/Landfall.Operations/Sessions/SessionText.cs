namespace Landfall.Operations.Sessions;

/// <summary>Descriptions of the parameters that say where a session is wanted.</summary>
internal static class SessionText
{
    public const string Service = "The service's or job's name in the file; it has to have 'exec: true'.";
    public const string Task = "The id of a task, or the beginning of it; without it the newest that takes sessions.";
    public const string Container = "A container of the task; without it the service's own.";
}
