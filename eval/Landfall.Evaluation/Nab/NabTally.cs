namespace Landfall.Evaluation.Nab;

/// <summary>Adds up what alarms are worth under one profile. In a window only the best alarm counts.</summary>
internal sealed class NabTally(NabProfile profile)
{
    private readonly Dictionary<int, double> _windows = [];
    private double _inWindows;
    private double _outside;

    /// <summary>The raw score so far.</summary>
    public double Raw => _inWindows + _outside;

    /// <summary>The raw score of a detector that says nothing.</summary>
    public double Silent => -profile.FalseNegative * _windows.Count;

    /// <summary>Makes known that a row counts, so that its window counts as missed until an alarm falls into it.</summary>
    public void Expect(NabRow row)
    {
        if (row.Window >= 0 && _windows.TryAdd(row.Window, -profile.FalseNegative))
            _inWindows -= profile.FalseNegative;
    }

    /// <summary>Counts an alarm on a row.</summary>
    public void Alarm(NabRow row)
    {
        if (row.Window < 0)
        {
            _outside += row.Worth * profile.FalsePositive;
            return;
        }

        var gain = row.Worth * profile.TruePositive;
        if (gain <= _windows[row.Window])
            return;
        _inWindows += gain - _windows[row.Window];
        _windows[row.Window] = gain;
    }
}
