namespace Landfall.Evaluation.WebTraffic;

/// <summary>The weighted absolute percentage error: all misses relative to all that was there.</summary>
internal sealed class Wape
{
    private double _miss;
    private double _total;

    /// <summary>How many values were compared.</summary>
    public int Count { get; private set; }

    public double Value => _miss / _total;

    /// <summary>Compares a value with its forecast; a forecast that is not a number counts as 0.</summary>
    public void Add(double actual, double forecast)
    {
        _miss += Math.Abs(actual - (double.IsFinite(forecast) ? forecast : 0));
        _total += actual;
        Count++;
    }
}
