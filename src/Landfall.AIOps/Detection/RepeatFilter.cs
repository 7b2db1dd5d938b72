namespace Landfall.AIOps.Detection;

/// <summary>
/// Keeps an event from being reported over and over: after a report, another has to be clearly stronger, by a margin that
/// fades over a time in proportion to the history.
/// </summary>
internal sealed class RepeatFilter
{
    private const double Share = 0.06;
    private const double Shortest = 50;
    private const double Margin = 0.3;
    private double _strength;
    private int _since;
    private int _count;

    /// <summary>Returns the surprise if it is worth a report, else 0.</summary>
    public double Observe(double surprise)
    {
        var rest = Math.Max(Shortest, Share * _count++);
        _since++;
        var needed = _since < rest && _strength > 0 ? (_strength * (1 - (_since / rest))) + Margin : 0;
        if (surprise <= needed)
            return 0;
        _strength = surprise;
        _since = 0;
        return surprise;
    }
}
