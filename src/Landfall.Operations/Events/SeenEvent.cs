namespace Landfall.Operations.Events;

/// <summary>Something that happened.</summary>
/// <param name="Time">When.</param>
/// <param name="Source">Who says so: <c>ecs</c>, <c>task</c>, <c>cloudformation</c> or <c>alarm</c>.</param>
/// <param name="Subject">To what: a service as the file calls it, a stack or an alarm.</param>
/// <param name="Message">What, in AWS's words.</param>
internal sealed record SeenEvent(DateTimeOffset Time, string Source, string Subject, string Message);
