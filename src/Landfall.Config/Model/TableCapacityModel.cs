using Landfall.Config.Binding;

namespace Landfall.Config.Model;

/// <summary>Provisioned throughput of a table.</summary>
internal sealed record TableCapacityModel : Section
{
    [Key("Read capacity units.", Required = true, Min = 1, Max = 40000)]
    public int? Read { get; init; }

    [Key("Write capacity units.", Required = true, Min = 1, Max = 40000)]
    public int? Write { get; init; }
}
