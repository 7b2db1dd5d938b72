using Landfall.Config.Binding;

namespace Landfall.Config.Model;

/// <summary>Capacity of Aurora Serverless v2.</summary>
internal sealed record DatabaseCapacityModel : Section
{
    [Key("Smallest capacity in ACU, in steps of 0.5; 0 lets the database pause.", Min = 0, Max = 256, Default = "0.5")]
    public double? Min { get; init; }

    [Key("Largest capacity in ACU, in steps of 0.5.", Min = 1, Max = 256, Default = "4")]
    public double? Max { get; init; }

    [Key("With a minimum of 0: idle time after which it pauses.", Shortest = "5m", Longest = "1d", Default = "5m")]
    public TimeSpan? PauseAfter { get; init; }
}
