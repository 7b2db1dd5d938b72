namespace Landfall.AIOps.Forecasting;

/// <summary>The centre and unit of a series, so that models see the same numbers whatever the series is measured in.</summary>
/// <param name="Centre">The mean.</param>
/// <param name="Unit">The standard deviation; 0 where all values are equal up to rounding.</param>
internal readonly record struct Scale(double Centre, double Unit)
{
    /// <param name="values">At least one finite value.</param>
    public static Scale Of(ReadOnlySpan<double> values)
    {
        var first = values[0];
        var sum = 0.0;
        foreach (var value in values)
            sum += value / values.Length - first / values.Length;
        var centre = first + sum;
        var largest = 0.0;
        foreach (var value in values)
            largest = Math.Max(largest, Math.Abs(value - centre));
        if (largest <= 1e-12 * Math.Abs(centre) || !double.IsFinite(largest))
            return new Scale(centre, 0);
        var squares = 0.0;
        foreach (var value in values)
            squares += (value - centre) / largest * ((value - centre) / largest);
        return new Scale(centre, largest * Math.Sqrt(squares / values.Length));
    }

    public double[] Apply(ReadOnlySpan<double> values)
    {
        var result = new double[values.Length];
        for (var i = 0; i < result.Length; i++)
            result[i] = (values[i] - Centre) / Unit;
        return result;
    }

    public double[] Undo(IEnumerable<double> values)
    {
        var (centre, unit) = this;
        return [.. values.Select(value => centre + unit * value)];
    }
}
