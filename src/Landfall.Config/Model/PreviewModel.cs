using Landfall.Config.Binding;

namespace Landfall.Config.Model;

/// <summary>Environments of pull requests.</summary>
[Shorthand(nameof(Enabled))]
internal sealed record PreviewModel : Section
{
    [Key("Whether a pull request gets an environment of its own.")]
    public bool Enabled { get; init; } = true;

    [Key("The environment that they are small copies of; its data and its domain stay out of it.", Default = "the only one that is not protected and has a network of its own")]
    public string? Of { get; init; }

    [Key("How many there are at once; one more is refused.", Min = 1, Max = 100)]
    public int Limit { get; init; } = 5;

    [Key("When they sleep.", Default = "as the environment that they copy; where that never sleeps, all hours but those from 07:00 to 20:00 UTC of mon-fri")]
    public NightScheduleModel? Schedule { get; init; }
}
