using Landfall.Config.Binding;
using Landfall.Config.Plan;
using Landfall.Config.Values;

namespace Landfall.Config.Model;

/// <summary>A relational database.</summary>
internal sealed record DatabaseModel : RenamableModel
{
    [Key("The engine: Aurora Serverless v2 or plain RDS.", Required = true, Hyphens = true)]
    public DatabaseEngine? Engine { get; init; }

    [Key("The engine's major version, for example \"16\" or \"8.4\", of which AWS chooses and upgrades the minor one; or a full one, to stay there.", Loose = true,
        Default = "16 for PostgreSQL, 8.4 for MySQL, 8.0 for Aurora MySQL",
        Pattern = "[0-9]+(\\.[0-9a-z_]+)*", PatternMeaning = "a version such as 16 or 8.0")]
    public string? Version { get; init; }

    [Key("Name of the database that is created inside.", Default = "the application's name, with db behind a word that the engine reserves",
        Pattern = "[A-Za-z][A-Za-z0-9_]{0,62}", PatternMeaning = "letters, digits and underscores, beginning with a letter")]
    public string? Database { get; init; }

    [Key("Aurora: its capacity.")]
    public DatabaseCapacityModel Capacity { get; init; } = new();

    [Key("Aurora: number of instances; those after the first are readers in other zones.", Min = 1, Max = 16, Default = "1; 2 when protected")]
    public int? Instances { get; init; }

    [Key("Plain RDS: instance class.", Default = "t4g.micro; t3.micro in ca-west-1, which has no t4g",
        Pattern = "[a-z][a-z0-9]*\\.[a-z0-9]+", PatternMeaning = "an instance class such as t4g.micro, without 'db.' before it")]
    public string? Instance { get; init; }

    [Key("Plain RDS: storage, in GiB when without a unit.", Unit = "GiB", Min = 20, Max = 65536)]
    public Size Storage { get; init; } = Size.OfGiB(20);

    [Key("Plain RDS: storage to which it grows by itself when it is nearly full, in GiB when without a unit; the same as 'storage' for not at all.",
        Unit = "GiB", Min = 20, Max = 65536, Default = "five times 'storage'")]
    public Size? MaxStorage { get; init; }

    [Key("Plain RDS: keep a standby in a second zone.", Default = "false; true when protected")]
    public bool? MultiAz { get; init; }

    [Key("How long automatic backups are kept.", Step = "1d", Shortest = "1d", Longest = "35d")]
    public TimeSpan Backup { get; init; } = TimeSpan.FromDays(7);

    [Key("Let AWS refuse to delete it.", Default = "the environment's 'protect'")]
    public bool? DeletionProtection { get; init; }

    [Key("Aurora: enable the HTTP data API.")]
    public bool DataApi { get; init; }

    [Key("How often the password is rotated: a duration, or { enabled: false } for never.")]
    public RotationModel Rotation { get; init; } = new();
}
