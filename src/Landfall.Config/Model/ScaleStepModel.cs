using Landfall.Config.Binding;

namespace Landfall.Config.Model;

/// <summary>A step of a worker's scaling.</summary>
internal sealed record ScaleStepModel : Section
{
    [Key("Visible messages from which the step holds.", Required = true, Min = 0, Max = 1000000000)]
    public int? Above { get; init; }

    [Key("Tasks to add; negative to remove.", Required = true, Min = -1000, Max = 1000)]
    public int? Add { get; init; }
}
