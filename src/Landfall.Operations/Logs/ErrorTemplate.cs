namespace Landfall.Operations.Logs;

/// <summary>Errors that are the same but for the values in them.</summary>
/// <param name="Text">What they have in common; what differs is <c>&lt;*&gt;</c>.</param>
/// <param name="Count">How many there were.</param>
/// <param name="Services">In which services.</param>
/// <param name="First">When the first was.</param>
/// <param name="Last">When the last was.</param>
/// <param name="Sample">The last of them as it was written.</param>
internal sealed record ErrorTemplate(string Text, long Count, IReadOnlyList<string> Services, DateTimeOffset First, DateTimeOffset Last, string Sample);
