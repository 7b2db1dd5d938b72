namespace Landfall.Evaluation.Nab;

/// <summary>A labelled anomaly window, as row indices of its series.</summary>
/// <param name="First">The first row inside.</param>
/// <param name="Last">The last row inside.</param>
internal readonly record struct NabWindow(int First, int Last)
{
    public int Length => Last - First + 1;
}
