using MathNet.Numerics.LinearAlgebra;

namespace Landfall.AIOps.Detection;

/// <summary>
/// Learns how the series of a service move together, and says how far the one that fits the others least is from what they
/// let expect, in standard deviations.
/// </summary>
/// <remarks>
/// Fading means and covariances of the standardised values; the residual of one series given all others follows from the
/// inverse of the shrunken correlation matrix P: (P z)ᵢ / √Pᵢᵢ (Lauritzen, "Graphical Models", 1996).
/// </remarks>
internal sealed class RelationModel(int size)
{
    private const int Warmup = 200;
    private const int RefitEvery = 64;
    private const double Memory = 2000;
    private const double Shrinkage = 0.1;
    private const double Largest = 6;
    private readonly double[] _means = new double[size];
    private readonly double[] _variances = new double[size];
    private readonly double[] _products = new double[size * size];
    private readonly double[] _inverse = new double[size * size];
    private readonly double[] _z = new double[size];
    private int _count;
    private bool _fitted;

    /// <summary>Returns the largest residual and which series has it; 0 and -1 while nothing is known.</summary>
    public (double Residual, int Series) Observe(ReadOnlySpan<double> values)
    {
        _count = Math.Min(_count + 1, int.MaxValue - 1);
        var gain = Math.Max(1.0 / _count, 1 / Memory);
        for (var i = 0; i < size; i++)
        {
            var off = values[i] - _means[i];
            var deviation = Math.Sqrt(_variances[i]);
            _z[i] = deviation > 0 ? Math.Clamp(off / deviation, -Largest, Largest) : 0;
            var bounded = deviation > 0 && _count > Warmup ? Math.Clamp(off, -Largest * deviation, Largest * deviation) : off;
            _means[i] += gain * bounded;
            _variances[i] += gain * ((bounded * bounded) - _variances[i]);
        }

        var largest = _fitted && _count > Warmup ? LargestResidual() : (0, -1);
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
                _products[(i * size) + j] += gain * ((_z[i] * _z[j]) - _products[(i * size) + j]);
        }

        if (_count % RefitEvery == 0)
            Fit();
        return largest;
    }

    public void Save(BinaryWriter writer)
    {
        foreach (var numbers in (double[][])[_means, _variances, _products, _inverse])
        {
            foreach (var number in numbers)
                writer.Write(number);
        }

        writer.Write(_count);
        writer.Write(_fitted);
    }

    public void Restore(BinaryReader reader)
    {
        foreach (var numbers in (double[][])[_means, _variances, _products, _inverse])
        {
            for (var i = 0; i < numbers.Length; i++)
                numbers[i] = reader.ReadDouble();
        }

        _count = reader.ReadInt32();
        _fitted = reader.ReadBoolean();
    }

    private (double Residual, int Series) LargestResidual()
    {
        var (most, which) = (0.0, -1);
        for (var i = 0; i < size; i++)
        {
            double sum = 0;
            for (var j = 0; j < size; j++)
                sum += _inverse[(i * size) + j] * _z[j];
            var residual = Math.Abs(sum) / Math.Sqrt(_inverse[(i * size) + i]);
            if (residual > most)
                (most, which) = (residual, i);
        }

        return (most, which);
    }

    private void Fit()
    {
        var correlation = Matrix<double>.Build.Dense(size, size, (i, j) => i == j
            ? 1
            : (1 - Shrinkage) * Math.Clamp(
                _products[(i * size) + j] / Math.Sqrt((_products[(i * size) + i] * _products[(j * size) + j]) + double.Epsilon), -1, 1));
        if (!correlation.Enumerate().All(double.IsFinite))
            return;
        var inverse = correlation.Cholesky().Solve(Matrix<double>.Build.DenseIdentity(size));
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
                _inverse[(i * size) + j] = inverse[i, j];
        }

        _fitted = true;
    }
}
