namespace Landfall.AIOps.Forecasting;

/// <summary>
/// A series seen through a logarithm whose origin moves with the series, so that a change of unit or offset changes
/// nothing: log((y − min) / (mean − min) + softness). It makes daily swings that grow with the level additive.
/// </summary>
internal sealed class LogView
{
    /// <summary>How far beyond the largest observed value a forecast may go, in ranges of the logarithm.</summary>
    private const double Overshoot = 0.15;

    private readonly double _minimum;
    private readonly double _unit;
    private readonly double _softness;
    private readonly double _highest;
    private readonly Scale _scale;

    /// <param name="values">Values that are not all equal.</param>
    /// <param name="softness">The smaller, the closer to a plain logarithm.</param>
    public LogView(ReadOnlySpan<double> values, double softness)
    {
        _softness = softness;
        _minimum = double.PositiveInfinity;
        foreach (var value in values)
            _minimum = Math.Min(_minimum, value);
        foreach (var value in values)
            _unit += (value - _minimum) / values.Length;
        var logs = new double[values.Length];
        for (var t = 0; t < logs.Length; t++)
            logs[t] = Math.Log((values[t] - _minimum) / _unit + softness);
        _scale = Scale.Of(logs);
        _highest = logs.Max() + Overshoot * (logs.Max() - logs.Min());
        Values = _scale.Apply(logs);
    }

    /// <summary>The series as seen through the view, standardised.</summary>
    public double[] Values { get; }

    /// <summary>Values seen through the view, back in the series' own unit.</summary>
    public double[] Undo(IEnumerable<double> values) =>
        [.. _scale.Undo(values).Select(log => _minimum + _unit * (Math.Exp(Math.Min(log, _highest)) - _softness))];
}
