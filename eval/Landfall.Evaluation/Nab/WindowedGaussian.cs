using Landfall.AIOps.Detection;
using MathNet.Numerics;

namespace Landfall.Evaluation.Nab;

/// <summary>
/// The benchmark's simplest baseline, for orientation: how unlikely is the value under a normal distribution fitted to the
/// last 6,400 values, refitted every 150.
/// </summary>
internal sealed class WindowedGaussian : IAnomalyDetector
{
    private const int Window = 6400;
    private const int Step = 150;
    private readonly List<double> _window = [];
    private readonly List<double> _pending = [];
    private double _mean;
    private double _deviation = 1;

    public string Name => "Windowed Gaussian, reproduced";

    public double Observe(DateTimeOffset time, double value)
    {
        var score = 0.0;
        if (_window.Count > 0)
            score = 1 - Tail(value);
        if (_window.Count < Window)
        {
            _window.Add(value);
            Fit();
            return score;
        }

        _pending.Add(value);
        if (_pending.Count == Step)
        {
            _window.RemoveRange(0, Step);
            _window.AddRange(_pending);
            _pending.Clear();
            Fit();
        }

        return score;
    }

    private double Tail(double value) => 0.5 * SpecialFunctions.Erfc(Math.Abs(value - _mean) / _deviation / Math.Sqrt(2));

    private void Fit()
    {
        _mean = _window.Average();
        _deviation = Math.Sqrt(_window.Sum(value => (value - _mean) * (value - _mean)) / _window.Count);
        if (_deviation <= 0)
            _deviation = 1e-6;
    }
}
