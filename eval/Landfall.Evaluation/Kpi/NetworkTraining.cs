using System.Numerics;
using System.Runtime.InteropServices;
using Landfall.AIOps.Detection.Deviations;

namespace Landfall.Evaluation.Kpi;

/// <summary>Fits a <see cref="DeviationNetwork"/> to examples: Adam on the two logistic losses. The same examples give the same network.</summary>
internal static class NetworkTraining
{
    private const int Epochs = 6;
    private const int Batch = 128;
    private const float Rate = 0.003f;
    private const float Decay = 0.01f;
    private const int I = DeviationNetwork.Inputs, F = DeviationNetwork.First, S = DeviationNetwork.Second, O = DeviationNetwork.Outputs;
    private const int FirstOffsets = I * F, SecondWeights = FirstOffsets + F, SecondOffsets = SecondWeights + (F * S);
    private const int LastWeights = SecondOffsets + S, LastOffsets = LastWeights + (S * O);

    public static DeviationNetwork Fit(IReadOnlyList<Example> examples, int seed)
    {
        var random = new Random(seed);
        var (mean, deviation) = Standard(examples);
        var inputs = new float[examples.Count][];
        for (var k = 0; k < inputs.Length; k++)
            inputs[k] = [.. examples[k].Features.Select((value, i) => (value - mean[i]) / deviation[i])];
        var weights = Start(random);
        var (gradient, moment, square) = (new float[weights.Length], new float[weights.Length], new float[weights.Length]);
        var pass = new Pass(weights, gradient);
        int[] order = [.. Enumerable.Range(0, inputs.Length)];
        var (step, steps) = (0, Epochs * ((inputs.Length / Batch) + 1));
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            for (var from = 0; from < order.Length; from += Batch)
            {
                var count = Math.Min(Batch, order.Length - from);
                for (var j = 0; j < count; j++)
                    pass.Learn(inputs[order[from + j]], examples[order[from + j]], count);
                step++;
                var rate = (Rate * 0.5f * (1 + MathF.Cos(MathF.PI * step / steps))) + 1e-6f;
                Adam(weights, gradient, moment, square, step, rate);
            }
        }

        return new DeviationNetwork(Fold(weights, mean, deviation));
    }

    private static (float[] Mean, float[] Deviation) Standard(IReadOnlyList<Example> examples)
    {
        var (mean, deviation) = (new float[I], new float[I]);
        for (var i = 0; i < I; i++)
        {
            var average = examples.Average(e => (double)e.Features[i]);
            mean[i] = (float)average;
            deviation[i] = (float)Math.Sqrt(examples.Average(e => (e.Features[i] - average) * (e.Features[i] - average)) + 1e-6);
        }

        return (mean, deviation);
    }

    private static float[] Start(Random random)
    {
        var weights = new float[DeviationNetwork.Size];
        Fill(0, I * F, I);
        Fill(SecondWeights, F * S, F);
        Fill(LastWeights, S * O, S);
        return weights;

        void Fill(int at, int count, int fan)
        {
            for (var i = 0; i < count; i++)
                weights[at + i] = (float)((Enumerable.Range(0, 12).Sum(_ => random.NextDouble()) - 6) * Math.Sqrt(2.0 / fan) * 0.7);
        }
    }

    private static void Adam(float[] weights, float[] gradient, float[] moment, float[] square, int step, float rate)
    {
        var (first, second) = (1 - MathF.Pow(0.9f, step), 1 - MathF.Pow(0.999f, step));
        for (var i = 0; i < weights.Length; i++)
        {
            moment[i] = (0.9f * moment[i]) + (0.1f * gradient[i]);
            square[i] = (0.999f * square[i]) + (0.001f * gradient[i] * gradient[i]);
            weights[i] -= rate * ((moment[i] / first / (MathF.Sqrt(square[i] / second) + 1e-8f)) + (Decay * weights[i]));
            gradient[i] = 0;
        }
    }

    /// <summary>Puts the standardisation of the inputs into the first layer.</summary>
    private static float[] Fold(float[] weights, float[] mean, float[] deviation)
    {
        var folded = (float[])weights.Clone();
        for (var i = 0; i < I; i++)
        {
            for (var h = 0; h < F; h++)
            {
                folded[(i * F) + h] = weights[(i * F) + h] / deviation[i];
                folded[FirstOffsets + h] -= folded[(i * F) + h] * mean[i];
            }
        }

        return folded;
    }

    private sealed class Pass(float[] weights, float[] gradient)
    {
        private readonly float[] _first = new float[F];
        private readonly float[] _second = new float[S];
        private readonly float[] _backFirst = new float[F];
        private readonly float[] _backSecond = new float[S];

        public void Learn(float[] inputs, Example example, int batch)
        {
            Forward(inputs, _first, 0);
            Forward(_first, _second, SecondWeights);
            Array.Clear(_backSecond);
            for (var o = 0; o < O; o++)
            {
                var weight = o == 0 ? example.BelongsWeight : example.BeginsWeight;
                if (weight == 0)
                    continue;
                var sum = weights[LastOffsets + o];
                for (var s = 0; s < S; s++)
                    sum += _second[s] * weights[LastWeights + (s * O) + o];
                var error = ((1 / (1 + MathF.Exp(-sum))) - (o == 0 ? example.Belongs : example.Begins)) * weight / batch;
                gradient[LastOffsets + o] += error;
                for (var s = 0; s < S; s++)
                {
                    gradient[LastWeights + (s * O) + o] += error * _second[s];
                    _backSecond[s] += error * weights[LastWeights + (s * O) + o];
                }
            }

            for (var s = 0; s < S; s++)
                _backSecond[s] *= _second[s] < 0 ? DeviationNetwork.Leak : 1;
            Add(1, _backSecond, gradient.AsSpan(SecondOffsets, S));
            for (var f = 0; f < F; f++)
            {
                Add(_first[f], _backSecond, gradient.AsSpan(SecondWeights + (f * S), S));
                _backFirst[f] = Product(_backSecond, weights.AsSpan(SecondWeights + (f * S), S)) * (_first[f] < 0 ? DeviationNetwork.Leak : 1);
            }

            Add(1, _backFirst, gradient.AsSpan(FirstOffsets, F));
            for (var i = 0; i < I; i++)
                Add(inputs[i], _backFirst, gradient.AsSpan(i * F, F));
        }

        private void Forward(float[] inputs, float[] outputs, int at)
        {
            weights.AsSpan(at + (inputs.Length * outputs.Length), outputs.Length).CopyTo(outputs);
            for (var i = 0; i < inputs.Length; i++)
                Add(inputs[i], weights.AsSpan(at + (i * outputs.Length), outputs.Length), outputs);
            for (var i = 0; i < outputs.Length; i++)
                outputs[i] *= outputs[i] < 0 ? DeviationNetwork.Leak : 1;
        }

        private static void Add(float factor, ReadOnlySpan<float> values, Span<float> sums)
        {
            var from = MemoryMarshal.Cast<float, Vector<float>>(values);
            var to = MemoryMarshal.Cast<float, Vector<float>>(sums);
            for (var i = 0; i < to.Length; i++)
                to[i] += from[i] * factor;
        }

        private static float Product(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
        {
            var a = MemoryMarshal.Cast<float, Vector<float>>(left);
            var b = MemoryMarshal.Cast<float, Vector<float>>(right);
            var sum = Vector<float>.Zero;
            for (var i = 0; i < a.Length; i++)
                sum += a[i] * b[i];
            return Vector.Sum(sum);
        }
    }
}
