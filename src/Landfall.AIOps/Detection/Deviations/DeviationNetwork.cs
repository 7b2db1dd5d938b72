using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Landfall.AIOps.Detection.Deviations;

/// <summary>
/// What the description of a point is worth: a small network with two hidden layers and two outputs, natural logarithms of
/// odds. One says how likely the point belongs to an anomaly, the other how likely an anomaly has just begun.
/// </summary>
/// <remarks>
/// Its numbers were learned on service curves with operators' labels by <c>eval/Landfall.Evaluation --train</c>; how well they
/// do on curves that they were not learned on stands in <c>docs/accuracy.md</c>, column <em>left out</em>.
/// </remarks>
internal sealed class DeviationNetwork
{
    public const int Inputs = DeviationFeatures.Count;
    public const int First = 24;
    public const int Second = 8;
    public const int Outputs = 2;

    /// <summary>How many numbers make a network.</summary>
    public const int Size = (Inputs * First) + First + (First * Second) + Second + (Second * Outputs) + Outputs;

    /// <summary>What a hidden value below zero counts, so that it can still learn.</summary>
    public const float Leak = 0.05f;

    private const string Resource = "Landfall.AIOps.Detection.Deviations.network.bin";
    private readonly float[] _weights;

    /// <param name="weights">By input the weights to the first layer, its offsets, and so on for each layer.</param>
    public DeviationNetwork(float[] weights)
    {
        if (weights.Length != Size)
            throw new ArgumentException($"A network has {Size} numbers, not {weights.Length}.", nameof(weights));
        _weights = weights;
    }

    /// <summary>The network that is part of this library.</summary>
    public static DeviationNetwork Shipped { get; } = Load();

    /// <summary>The numbers, in the order in which they are read.</summary>
    public ReadOnlySpan<float> Weights => _weights;

    /// <summary>Reads off both outputs.</summary>
    public (float Belongs, float Begins) Evaluate(ReadOnlySpan<float> features)
    {
        Span<float> first = stackalloc float[First];
        Span<float> second = stackalloc float[Second];
        ref var weights = ref MemoryMarshal.GetArrayDataReference(_weights);
        FirstLayer(ref weights, features[..Inputs], first);
        SecondLayer(ref Unsafe.Add(ref weights, (Inputs + 1) * First), first, second);
        var at = ((Inputs + 1) * First) + ((First + 1) * Second);
        var (belongs, begins) = (_weights[at + (Second * Outputs)], _weights[at + (Second * Outputs) + 1]);
        for (var i = 0; i < Second; i++)
        {
            belongs += second[i] * _weights[at + (i * Outputs)];
            begins += second[i] * _weights[at + (i * Outputs) + 1];
        }

        return (belongs, begins);
    }

    private static DeviationNetwork Load()
    {
        using var stream = typeof(DeviationNetwork).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The library lacks its resource '{Resource}'.");
        using var reader = new BinaryReader(stream);
        var weights = new float[Size];
        for (var i = 0; i < Size; i++)
            weights[i] = reader.ReadSingle();
        return new DeviationNetwork(weights);
    }

    // The sums stay in registers: 24 are three of eight.
    private static void FirstLayer(ref float weights, ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        ref var offsets = ref Unsafe.Add(ref weights, Inputs * First);
        var (a, b, c) = (Vector256.LoadUnsafe(ref offsets), Vector256.LoadUnsafe(ref offsets, 8), Vector256.LoadUnsafe(ref offsets, 16));
        foreach (var input in inputs)
        {
            var value = Vector256.Create(input);
            a = Vector256.FusedMultiplyAdd(value, Vector256.LoadUnsafe(ref weights), a);
            b = Vector256.FusedMultiplyAdd(value, Vector256.LoadUnsafe(ref weights, 8), b);
            c = Vector256.FusedMultiplyAdd(value, Vector256.LoadUnsafe(ref weights, 16), c);
            weights = ref Unsafe.Add(ref weights, First);
        }

        Rectify(a).CopyTo(outputs);
        Rectify(b).CopyTo(outputs[8..]);
        Rectify(c).CopyTo(outputs[16..]);
    }

    private static void SecondLayer(ref float weights, ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        var even = Vector256.LoadUnsafe(ref Unsafe.Add(ref weights, First * Second));
        var odd = Vector256<float>.Zero;
        for (var i = 0; i < First; i += 2)
        {
            even = Vector256.FusedMultiplyAdd(Vector256.Create(inputs[i]), Vector256.LoadUnsafe(ref weights), even);
            odd = Vector256.FusedMultiplyAdd(Vector256.Create(inputs[i + 1]), Vector256.LoadUnsafe(ref weights, 8), odd);
            weights = ref Unsafe.Add(ref weights, 2 * Second);
        }

        Rectify(even + odd).CopyTo(outputs);
    }

    private static Vector256<float> Rectify(Vector256<float> sums) => Vector256.Max(sums, sums * Leak);
}
