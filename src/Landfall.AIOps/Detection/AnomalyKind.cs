namespace Landfall.AIOps.Detection;

/// <summary>In which respect a point stands out most.</summary>
public enum AnomalyKind
{
    /// <summary>In none.</summary>
    None,

    /// <summary>The value, or the mean of the last few, is far from any value seen before.</summary>
    Value,

    /// <summary>The value is far from what is usual at this hour, although it may be usual at another.</summary>
    Season,

    /// <summary>The level has moved away from where it was, slowly or by a step.</summary>
    Drift,

    /// <summary>A series that varies has stopped to vary.</summary>
    FlatLine,

    /// <summary>The values vary more, or less, from one to the next than they ever did.</summary>
    Spread,

    /// <summary>A series that goes up and down has stayed on one side of its middle: what usually happens has not happened.</summary>
    Rhythm,
}
