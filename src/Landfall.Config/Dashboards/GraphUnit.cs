namespace Landfall.Config.Dashboards;

/// <summary>The unit of a graph's values.</summary>
internal enum GraphUnit
{
    /// <summary>A number of things.</summary>
    Count,

    /// <summary>A share of a hundred.</summary>
    Percent,

    /// <summary>Seconds.</summary>
    Seconds,

    /// <summary>Milliseconds.</summary>
    Milliseconds,
}
