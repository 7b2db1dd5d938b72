namespace Landfall.AIOps.Logs;

/// <summary>A template as it stands now.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">The text with each parameter as <c>&lt;*&gt;</c>.</param>
/// <param name="Parameters">What the parameters are, in the order of the text's fields.</param>
/// <param name="Count">How many lines it had.</param>
public sealed record LogTemplate(long Id, string Text, IReadOnlyList<LogParameter> Parameters, long Count);
