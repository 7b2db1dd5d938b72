using Landfall.Config.Binding;
using Landfall.Config.Values;

namespace Landfall.Config.Model;

/// <summary>How the number of tasks follows demand.</summary>
internal sealed record ScaleModel : Section
{
    [Key("Smallest number of tasks; 0 for workers that scale by their queue.", Min = 0, Max = 1000, Default = "1; 2 when protected (worker: 1)")]
    public int? Min { get; init; }

    [Key("Largest number of tasks.", Min = 1, Max = 1000, Default = "the same as 'min'")]
    public int? Max { get; init; }

    [Key("CPU utilisation to aim for, in percent.", Min = 10, Max = 95)]
    public Percent? Cpu { get; init; }

    [Key("Memory utilisation to aim for, in percent.", Min = 10, Max = 95)]
    public Percent? Memory { get; init; }

    [Key("Requests per task and minute to aim for (web, and internal with 'loadBalancer').", Min = 1, Max = 10000000)]
    public int? Requests { get; init; }

    [Key("Worker: messages per task to aim for.", Min = 1, Max = 1000000)]
    public int? Backlog { get; init; }

    [Key("Worker: tasks to add by the number of visible messages.", MinItems = 1)]
    public IReadOnlyList<ScaleStepModel> Steps { get; init; } = [];

    [Key("Changes of 'min' and 'max' at given times, by name.")]
    public IReadOnlyDictionary<string, ScaleScheduleModel> Schedules { get; init; } = new Dictionary<string, ScaleScheduleModel>();
}
