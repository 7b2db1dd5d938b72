namespace Landfall.Checks.Format;

/// <summary>What came of reading a check file.</summary>
/// <param name="File">The file; null where it has faults.</param>
/// <param name="Faults">What is wrong with it, in order of place.</param>
internal sealed record CheckFileReading(CheckFile? File, IReadOnlyList<CheckFault> Faults);
