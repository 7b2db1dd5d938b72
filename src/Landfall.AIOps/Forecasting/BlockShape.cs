namespace Landfall.AIOps.Forecasting;

/// <summary>What a finely sampled series does inside the blocks in which it is forecast.</summary>
internal sealed class BlockShape
{
    /// <summary>How many of the latest periods the repeating shape is averaged over.</summary>
    private const int Periods = 7;

    private readonly double[] _shape;
    private readonly double[] _blocks;
    private readonly int _first;
    private readonly int _block;
    private readonly int _length;
    private readonly double _last;
    private readonly double _memory;

    /// <param name="values">The fine series.</param>
    /// <param name="first">Where the first whole block starts.</param>
    /// <param name="block">Steps in a block.</param>
    /// <param name="period">Steps in a period, a multiple of <paramref name="block"/>.</param>
    /// <param name="blocks">The means of past blocks and the forecast of future ones.</param>
    public BlockShape(double[] values, int first, int block, int period, double[] blocks)
    {
        (_first, _block, _blocks, _length) = (first, block, blocks, values.Length);
        _shape = new double[period];
        var from = Math.Max(first, values.Length - Periods * period);
        var count = new int[period];
        for (var t = from; t < values.Length; t++)
        {
            _shape[t % period] += values[t] - Smooth(t);
            count[t % period]++;
        }

        // One period too few would copy noise: shrink the shape to none.
        for (var i = 0; i < period; i++)
            _shape[i] /= count[i] + 1;

        var (square, product) = (0.0, 0.0);
        var previous = 0.0;
        for (var t = from; t < values.Length; t++)
        {
            var rest = values[t] - Smooth(t) - _shape[t % period];
            square += rest * rest;
            product += rest * previous;
            previous = rest;
        }

        Variance = square / (values.Length - from);
        _memory = square > 0 ? Math.Clamp(product / square, 0, 0.99) : 0;
        _last = previous;
    }

    /// <summary>The variance of what neither blocks nor shape explain.</summary>
    public double Variance { get; }

    /// <summary>The forecast so many steps after the first one.</summary>
    public double At(int step) =>
        Smooth(_length + step) + _shape[(_length + step) % _shape.Length] + _last * Math.Pow(_memory, step + 1);

    /// <summary>A line through the middles of the blocks.</summary>
    private double Smooth(int t)
    {
        var position = (t - _first + 0.5) / _block - 0.5;
        var left = Math.Clamp((int)Math.Floor(position), 0, _blocks.Length - 1);
        var right = Math.Min(left + 1, _blocks.Length - 1);
        var share = Math.Clamp(position - left, 0, 1);
        return _blocks[left] * (1 - share) + _blocks[right] * share;
    }
}
