namespace Landfall.Operations.Security;

/// <summary>A file that could not be judged.</summary>
/// <param name="File">The file, from the scanned folder.</param>
/// <param name="Reason">Why.</param>
internal sealed record UnreadFile(string File, string Reason);
