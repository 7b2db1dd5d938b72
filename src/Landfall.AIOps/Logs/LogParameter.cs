namespace Landfall.AIOps.Logs;

/// <summary>One parameter of a template.</summary>
/// <param name="Name">The word before it where there is one (<c>port</c> in <c>port 22</c>), else its kind.</param>
/// <param name="Kinds">Every kind of value seen there.</param>
public sealed record LogParameter(string Name, LogParameterKind Kinds);
