namespace Landfall.Operations.Documents;

/// <summary>A file of the document.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Changed">False where the same stood there already.</param>
internal sealed record DocumentFile(string Name, bool Changed);
