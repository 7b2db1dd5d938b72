using Landfall.AIOps.Detection.Deviations;

namespace Landfall.Evaluation.Kpi;

/// <summary>Writes a network as the library reads it: its numbers as 32-bit floating point, lowest byte first.</summary>
internal static class NetworkFile
{
    public static void Write(string path, DeviationNetwork network)
    {
        using var writer = new BinaryWriter(File.Create(path));
        foreach (var weight in network.Weights)
            writer.Write(weight);
    }
}
