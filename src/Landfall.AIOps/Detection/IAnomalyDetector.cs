namespace Landfall.AIOps.Detection;

/// <summary>Scores the points of one series as they arrive. A detector belongs to one series and is not thread-safe.</summary>
public interface IAnomalyDetector
{
    /// <summary>The method's name, for reports.</summary>
    string Name { get; }

    /// <summary>Takes the next point into account and says how unusual it is, from what came before and nothing else.</summary>
    /// <param name="time">When the value was observed.</param>
    /// <param name="value">The value in any unit; NaN and infinities count as missing.</param>
    /// <returns>0 (nothing new) to 1 (never seen anything like it).</returns>
    double Observe(DateTimeOffset time, double value);
}
