namespace Landfall.Operations.Tests;

/// <summary>What may happen to a file between two runs.</summary>
internal static class Harm
{
    public static IReadOnlyList<string> Kinds { get; } = ["gone", "empty", "cut", "longer", "garbage", "folder"];

    public static void Do(string harm, string file)
    {
        var bytes = File.ReadAllBytes(file);
        File.Delete(file);
        switch (harm)
        {
            case "gone": break;
            case "empty": File.WriteAllBytes(file, []); break;
            case "cut": File.WriteAllBytes(file, bytes[..(bytes.Length / 2)]); break;
            case "longer": File.WriteAllBytes(file, [.. bytes, .. bytes]); break;
            case "garbage": File.WriteAllBytes(file, [0, 255, 13, 10, 0, 32, 0]); break;
            default: Directory.CreateDirectory(Path.Combine(file, "below")); break;
        }
    }
}
