using Landfall.Checks.Format;

namespace Landfall.Checks.Browsing;

/// <summary>What came of reading a browser file.</summary>
/// <param name="File">The file; null where it has faults.</param>
/// <param name="Faults">What is wrong with it, in order of place.</param>
internal sealed record BrowserFileReading(BrowserFile? File, IReadOnlyList<CheckFault> Faults);
