namespace Landfall.Operations.Drifting;

/// <summary>The latest call that changed a resource.</summary>
/// <param name="By">Who called.</param>
/// <param name="Call">The operation, for example <c>SetQueueAttributes</c>.</param>
/// <param name="At">When.</param>
internal sealed record LastChange(string By, string Call, DateTimeOffset At);
