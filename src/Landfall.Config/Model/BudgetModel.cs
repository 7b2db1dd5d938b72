using Landfall.Config.Binding;
using Landfall.Config.Values;

namespace Landfall.Config.Model;

/// <summary>What an environment may cost in a month before somebody is told.</summary>
[Shorthand(nameof(Monthly))]
internal sealed record BudgetModel : Section
{
    [Key("What it may cost in a month: whole US dollars, in China yuan.", Required = true, Min = 1, Max = 1000000000)]
    public int? Monthly { get; init; }

    [Key("Share of it whose spending is told.", Min = 1, Max = 1000)]
    public Percent Actual { get; init; } = new(80);

    [Key("Share of it that is told as soon as the month is expected to cost it; AWS needs about five weeks of costs before it expects anything.", Min = 1, Max = 1000)]
    public Percent Forecast { get; init; } = new(100);
}
