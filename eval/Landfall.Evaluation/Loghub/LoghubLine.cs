namespace Landfall.Evaluation.Loghub;

/// <summary>One labelled line.</summary>
/// <param name="Id">The line's number as the file gives it.</param>
/// <param name="Content">The message without its header.</param>
/// <param name="Template">The true template, parameters as <c>&lt;*&gt;</c>.</param>
internal sealed record LoghubLine(string Id, string Content, string Template);
