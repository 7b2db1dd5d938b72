namespace Landfall.Operations.Assistants;

/// <summary>How an assistant is connected.</summary>
/// <param name="Client">The program.</param>
/// <param name="File">Its file.</param>
/// <param name="Text">What the file holds now, or would hold.</param>
/// <param name="Changed">False where it held that already, and after a dry run.</param>
/// <param name="DryRun">True where nothing was written.</param>
internal sealed record McpConfigured(Assistant Client, string File, string Text, bool Changed, bool DryRun);
