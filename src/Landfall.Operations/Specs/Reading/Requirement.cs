namespace Landfall.Operations.Specs.Reading;

/// <summary>A requirement.</summary>
/// <param name="Id">Its id, for example <c>R1</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="File">The file that it is in, from the project's folder.</param>
/// <param name="Line">The line of its heading.</param>
/// <param name="Sentence">Its sentence; null where that is none of the forms.</param>
/// <param name="Checks">What is held against the system.</param>
internal sealed record Requirement(string Id, string Title, string File, int Line, EarsSentence? Sentence, IReadOnlyList<CheckLine> Checks);
