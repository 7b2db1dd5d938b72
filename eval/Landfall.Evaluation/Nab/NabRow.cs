namespace Landfall.Evaluation.Nab;

/// <summary>What an alarm on one row is worth, before a profile's weights.</summary>
/// <param name="Window">The number of the window that the row lies in, or -1 outside of all.</param>
/// <param name="Worth">In a window (0, 1]: how early the alarm is. Outside [-1, 0): how far past the last window.</param>
/// <param name="Score">The detector's score of the row.</param>
internal readonly record struct NabRow(int Window, double Worth, double Score);
