using Landfall.Config.Binding;

namespace Landfall.Config.Model;

/// <summary>Capacity of Aurora Serverless v2.</summary>
internal sealed record DatabaseCapacityModel : Section
{
    [Key("Smallest capacity in ACU, in steps of 0.5; 0 lets the database pause.", Min = 0, Max = 256, Default = "0.5; 0 where the environment has a 'schedule'")]
    public double? Min { get; init; }

    [Key("Largest capacity in ACU, in steps of 0.5.", Min = 1, Max = 256, Default = "4, or 'min' where that is more")]
    public double? Max { get; init; }

    [Key("With a minimum of 0: idle time after which it pauses.", Shortest = "5m", Longest = "1d")]
    public TimeSpan PauseAfter { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The smallest capacity: a database whose services sleep at night pauses then.</summary>
    /// <param name="sleeps">Whether the environment has a schedule.</param>
    public double Least(bool sleeps) => Min ?? (sleeps ? 0 : 0.5);
}
